import { allTests, failedTests, type TestReport } from "./test-report.ts";

/** `test --format json`. */
export function printTestJson(report: TestReport): string {
  const files = report.files.map(({ file, tests, coverage, mutation }) => ({
    file,
    tests: tests.map(({ name, passed, cells, differences, problems }) => ({ name, passed, cells: cells ?? null, differences, problems })),
    coverage: coverage.map(({ score, tested, targets }) => ({
      score,
      tested,
      covered: targets.filter((target) => target.covered).length,
      targets: targets.length,
      missed: targets.filter((target) => !target.covered).map(({ kind, name }) => ({ kind, name })),
    })),
    mutation: mutation ?? null,
  }));
  const summary = { files: files.length, tests: allTests(report), failed: failedTests(report) };
  return `{"version":1,\n "files":[${files.map((file) => `\n  ${JSON.stringify(file)}`).join(",")}],\n "summary":${JSON.stringify(summary)}}\n`;
}
