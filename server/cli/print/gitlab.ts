import { fingerprints } from "./fingerprint.ts";
import type { Report } from "./report.ts";

const SEVERITIES = { error: "critical", warning: "minor", info: "info" } as const;

/** `--format gitlab`: a Code Quality report of GitLab. */
export function printGitlab(report: Report): string {
  const issues = report.files.flatMap((file) => {
    const names = fingerprints(report, file);
    return file.findings.map((finding) => ({
      description: finding.message,
      check_name: finding.code,
      fingerprint: names.get(finding),
      severity: SEVERITIES[finding.severity],
      location: {
        path: file.file.replace(/^\.\//, ""),
        lines: { begin: finding.range.start.line + 1, end: finding.range.end.line + 1 },
      },
    }));
  });
  return `${JSON.stringify(issues, null, 1)}\n`;
}
