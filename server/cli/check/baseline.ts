import { fingerprints } from "../print/fingerprint.ts";
import { countFindings, type FileReport, type Report } from "../print/report.ts";

/** Findings that are known and put up with: what a baseline file holds. */
export interface BaselineEntry {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly fingerprint: string;
}

export interface WithBaseline {
  readonly report: Report;
  /** Entries that no finding has any more, of files that were checked or are gone. */
  readonly stale: readonly BaselineEntry[];
}

/** The findings of a report as the text of a baseline file, sorted, one a line. */
export function printBaseline(report: Report): string {
  const entries = report.files.flatMap((file) => {
    const names = fingerprints(report, file);
    return file.findings.map((finding) => ({
      file: file.file,
      code: finding.code,
      message: finding.message,
      fingerprint: names.get(finding) ?? "",
    }));
  });
  return `{"version":1,\n "findings":[${entries.map((entry) => `\n  ${JSON.stringify(entry)}`).join(",")}]}\n`;
}

/** Reads a baseline file; undefined where it is none. */
export function readBaseline(text: string): readonly BaselineEntry[] | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof content !== "object" || content === null || !("version" in content) || content.version !== 1) return undefined;
  if (!("findings" in content) || !Array.isArray(content.findings)) return undefined;
  return content.findings.filter(isEntry);
}

/** Silences the findings that the baseline holds and names its entries that nothing matches. */
export function applyBaseline(report: Report, baseline: readonly BaselineEntry[], isGone: (file: string) => boolean): WithBaseline {
  const unused = new Map(baseline.map((entry) => [`${entry.file}\0${entry.fingerprint}`, entry]));
  const checked = new Set(report.files.map(({ file }) => file));
  const files = report.files.map((file): FileReport => {
    const names = fingerprints(report, file);
    const known = file.findings.filter((finding) => unused.delete(`${file.file}\0${names.get(finding)}`));
    return {
      file: file.file,
      findings: file.findings.filter((finding) => !known.includes(finding)),
      silenced: [...file.silenced, ...known.map((finding) => ({ finding, by: "baseline" as const, reason: "" }))],
    };
  });
  return {
    report: { ...report, files, counts: countFindings(files) },
    stale: [...unused.values()].filter(({ file }) => checked.has(file) || isGone(file)),
  };
}

function isEntry(entry: unknown): entry is BaselineEntry {
  return (
    typeof entry === "object" &&
    entry !== null &&
    ["file", "code", "message", "fingerprint"].every((key) => key in entry && typeof Reflect.get(entry, key) === "string")
  );
}
