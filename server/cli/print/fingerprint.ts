import { createHash } from "node:crypto";
import type { FileReport, Finding, Report } from "./report.ts";

/**
 * A name for a finding that outlives edits elsewhere in the file: made from its code, its file, the text of its line without outer blanks,
 * and which of several equal ones it is. Line numbers are not in it.
 */
export function fingerprints(report: Report, { file, findings }: Pick<FileReport, "file" | "findings">): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const lines = report.linesOf(file);
  const named = new Map<Finding, string>();
  for (const finding of findings) {
    const identity = [finding.code, file, lines?.line(finding.range.start.line).trim() ?? "", finding.message].join("\0");
    const nth = seen.get(identity) ?? 0;
    seen.set(identity, nth + 1);
    named.set(finding, createHash("sha256").update(`${identity}\0${nth}`).digest("hex").slice(0, 32));
  }
  return named;
}
