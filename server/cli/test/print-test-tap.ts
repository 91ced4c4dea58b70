import { whyFailed } from "./print-test-junit.ts";
import type { TestReport } from "./test-report.ts";

/** `test --format tap`: the Test Anything Protocol, version 14. */
export function printTestTap({ files }: TestReport): string {
  const tests = files.flatMap(({ file, tests }) => tests.map((test) => ({ file, test })));
  const lines = ["TAP version 14", `1..${tests.length}`];
  for (const [index, { file, test }] of tests.entries()) {
    lines.push(`${test.passed ? "ok" : "not ok"} ${index + 1} - ${described(`${file}: ${test.name}`)}`);
    if (test.passed) continue;
    lines.push("  ---", "  message: |", ...whyFailed(test).map((line) => `    ${line.replaceAll("\n", " ")}`), "  ...");
  }
  return `${lines.join("\n")}\n`;
}

/** A number sign would begin a directive. */
function described(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("#", "\\#").replaceAll("\n", " ");
}
