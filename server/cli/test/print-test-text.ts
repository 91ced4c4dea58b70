import type { ScoreCoverage } from "../../scoring/coverage.ts";
import type { Palette } from "../print/colour.ts";
import { clean } from "../print/excerpt.ts";
import { plural } from "../print/text.ts";
import type { TestResult } from "./run-tests.ts";
import { allTests, failedTests, type MutationSummary, type TestReport } from "./test-report.ts";

/** At most so many names of one list are printed. */
const LISTED = 8;

/** `test`: one line a test, the difference and the trace of a failing one, then what no test exercises. Quiet leaves out what is well. */
export function printTestText(report: TestReport, palette: Palette, quiet: boolean): string {
  const lines: string[] = [];
  for (const { file, tests, coverage, mutation } of report.files) {
    const shown = quiet ? tests.filter(({ passed }) => !passed) : tests;
    if (shown.length > 0 || !quiet) lines.push(palette.bold(clean(file)));
    lines.push(...shown.flatMap((test) => testLines(test, palette)));
    if (!quiet) lines.push(...coverageLines(coverage));
    if (mutation !== undefined) lines.push(...mutationLines(mutation, palette));
  }
  if (!quiet) {
    const failed = failedTests(report);
    lines.push(
      failed === 0
        ? `${plural(allTests(report), "test")} passed`
        : palette.error(`${failed} of ${plural(allTests(report), "test")} failed`),
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

function testLines({ name, passed, cells, differences, problems }: TestResult, palette: Palette): string[] {
  const size = cells === undefined ? "" : palette.dim(` (${cells} cells)`);
  const lines = [`  ${passed ? "ok  " : palette.error("FAIL")}  ${clean(name)}${size}`];
  for (const problem of problems) lines.push(`        ${clean(problem)}`);
  for (const { score, person, expected, actual, trace } of differences) {
    const who = person === undefined ? "" : `${person}: `;
    lines.push(`        ${clean(who)}${score} is ${clean(actual)}, expected ${clean(expected)}`);
    lines.push(...trace.split("\n").map((line) => palette.dim(`          ${clean(line)}`)));
  }
  return lines;
}

function coverageLines(coverage: readonly ScoreCoverage[]): string[] {
  if (coverage.length === 0) return [];
  const untested = coverage.filter(({ tested }) => !tested).map(({ score }) => score);
  const targets = coverage.filter(({ tested }) => tested).flatMap(({ targets }) => targets);
  const covered = targets.filter((target) => target.covered).length;
  const lines = targets.length === 0 ? [] : [`  coverage: ${covered} of ${targets.length} exercised in the scores that are tested`];
  if (untested.length > 0) lines.push(`  no test expects ${listed(untested)}`);
  for (const { score, tested, targets } of coverage) {
    const missed = targets.filter((target) => !target.covered).map(({ kind, name }) => `${kind} ${name}`);
    if (tested && missed.length > 0) lines.push(`    ${score}: no test has ${listed(missed)}`);
  }
  return lines;
}

function mutationLines({ killed, survivors, equivalent, undecided }: MutationSummary, palette: Palette): string[] {
  const counted = killed + survivors.length;
  return [
    `  mutation: ${killed} of ${counted} slips are noticed (${equivalent} change no score, ${undecided.length} undecided)`,
    ...survivors.map(
      ({ change, answers }) =>
        `    ${palette.warning("surviving-mutation")}: ${clean(change)}, and no test notices; it would show for ${clean(answers)}`,
    ),
    ...undecided.map(
      (change) =>
        `    undecided: ${clean(change)}; none of the answers that were tried shows a difference, and there are too many to try all`,
    ),
  ];
}

function listed(names: readonly string[]): string {
  return names.length <= LISTED ? names.join(", ") : `${names.slice(0, LISTED).join(", ")} and ${names.length - LISTED} more`;
}
