import { compareText } from "../files/discover.ts";
import type { Report } from "../print/report.ts";

/** How often each finding occurs, the most frequent first. */
export function printStatistics(report: Report): string {
  const counts = new Map<string, { readonly severity: string; readonly count: number }>();
  for (const { code, severity } of report.files.flatMap((file) => file.findings)) {
    counts.set(code, { severity, count: (counts.get(code)?.count ?? 0) + 1 });
  }
  const rows = [...counts].sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b));
  const width = Math.max(0, ...rows.map(([, { count }]) => String(count).length));
  return rows.map(([code, { severity, count }]) => `${String(count).padStart(width)}  ${severity.padEnd(7)}  ${code}\n`).join("");
}
