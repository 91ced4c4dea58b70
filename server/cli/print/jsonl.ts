import type { Report } from "./report.ts";

/** `--format jsonl`: one finding a line, each with its file; a clean run prints nothing. */
export function printJsonl(report: Report): string {
  return report.files.flatMap(({ file, findings }) => findings.map((finding) => `${JSON.stringify({ file, ...finding })}\n`)).join("");
}
