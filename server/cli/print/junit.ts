import type { Severity } from "../../problem.ts";
import type { Finding, Report } from "./report.ts";
import { attribute, content } from "./xml.ts";

/**
 * `--format junit`: a suite for each file, a test case for each finding; a clean file is one case that passes. Findings that do not fail
 * the check are cases that pass and say something, so that a build server and the exit code agree.
 */
export function printJunit(report: Report, fails: (severity: Severity) => boolean): string {
  const suites = report.files.map(({ file, findings }) => {
    const cases = findings.length === 0 ? [`  <testcase name="no findings" classname="${attribute(file)}"/>`] : findings.map(testCase);
    const failures = findings.filter((finding) => fails(finding.severity)).length;
    const head = `<testsuite name="${attribute(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`;
    return [` ${head}`, ...cases, " </testsuite>"].join("\n");

    function testCase({ code, severity, message, range: { start } }: Finding): string {
      const place = `${start.line + 1}:${start.character + 1}`;
      const text = content(`${file}:${place}: ${severity} ${code}: ${message}`);
      const name = `${code} at line ${start.line + 1}, column ${start.character + 1}`;
      return [
        `  <testcase name="${attribute(name)}" classname="${attribute(file)}">`,
        fails(severity)
          ? `   <failure type="${severity}" message="${attribute(message)}">${text}</failure>`
          : `   <system-out>${text}</system-out>`,
        "  </testcase>",
      ].join("\n");
    }
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="scalewright check">', ...suites, "</testsuites>", ""].join("\n");
}
