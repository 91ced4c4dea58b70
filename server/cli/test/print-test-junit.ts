import { attribute, content } from "../print/xml.ts";
import type { TestResult } from "./run-tests.ts";
import type { TestReport } from "./test-report.ts";

/** `test --format junit`: a suite for each instrument, a case for each of its tests. */
export function printTestJunit({ files }: TestReport): string {
  const suites = files.map(({ file, tests }) => {
    const failures = tests.filter(({ passed }) => !passed).length;
    const head = `<testsuite name="${attribute(file)}" tests="${tests.length}" failures="${failures}" errors="0" skipped="0">`;
    return [` ${head}`, ...tests.map((test) => testCase(file, test)), " </testsuite>"].join("\n");
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="scalewright test">', ...suites, "</testsuites>", ""].join("\n");
}

function testCase(file: string, test: TestResult): string {
  const head = `  <testcase name="${attribute(test.name)}" classname="${attribute(file)}"`;
  if (test.passed) return `${head}/>`;
  const lines = whyFailed(test);
  return `${head}>\n   <failure type="scoring" message="${attribute(lines[0] ?? "")}">${content(lines.join("\n"))}</failure>\n  </testcase>`;
}

/** The differences and problems of a failing test in lines, each difference with its trace. */
export function whyFailed({ differences, problems }: TestResult): readonly string[] {
  const shown = differences.flatMap(({ score, person, expected, actual, trace }) => [
    `${person === undefined ? "" : `${person}: `}${score} is ${actual}, expected ${expected}`,
    ...trace.split("\n").map((line) => `  ${line}`),
  ]);
  return [...shown, ...problems];
}
