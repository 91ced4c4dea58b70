import type { Report } from "./report.ts";

/** `--format json`: one file a line or more, so that a difference between two runs can be read. */
export function printJson(report: Report): string {
  const files = report.files.map(({ file, findings }) => {
    const problems = findings.map((finding) => `\n   ${JSON.stringify(finding)}`).join(",");
    return `\n  {"file":${JSON.stringify(file)},"problems":[${problems}]}`;
  });
  return `{"version":1,\n "files":[${files.join(",")}],\n "summary":${JSON.stringify(report.counts)}}\n`;
}
