import type { PositionRange } from "../positions.ts";
import type { Palette } from "./colour.ts";
import { clean, excerpt } from "./excerpt.ts";
import type { Counts, Finding, RelatedPlace, Report } from "./report.ts";

/** At most this many related places are shown of one finding. */
const RELATED_SHOWN = 4;

export interface TextOptions {
  readonly palette: Palette;
  /** Leaves out the closing line. */
  readonly quiet: boolean;
}

/** `--format text`: each finding with the line it is on, marked, and what would mend it; then a count. */
export function printText(report: Report, { palette, quiet }: TextOptions): string {
  const blocks = report.files.flatMap(({ file, findings }) => findings.map((finding) => block(finding, file, report, palette)));
  const summary = quiet ? [] : [`${summarise(report, palette)}\n`];
  return [...blocks, ...summary].join("\n");
}

function block(finding: Finding, file: string, report: Report, palette: Palette): string {
  const paint = palette[finding.severity];
  const others = finding.related.slice(0, RELATED_SHOWN);
  const last = Math.max(finding.range.start.line, ...others.map((place) => place.range.start.line)) + 1;
  const margin = " ".repeat(String(last).length);
  const lines = [
    `${paint(`${finding.severity}[${finding.code}]`)}${palette.bold(`: ${clean(finding.message)}`)}`,
    ...show(report, file, finding.range, margin, palette, (marks) => paint("^".repeat(marks))),
    ...others.flatMap((place) => showRelated(report, place, margin, palette)),
  ];
  if (finding.related.length > RELATED_SHOWN) lines.push(`${margin} = and ${finding.related.length - RELATED_SHOWN} more places`);
  if (finding.fix !== null)
    lines.push(`${margin} = ${palette.bold(finding.fix.safe ? "fix" : "possible fix")}: ${clean(finding.fix.title)}`);
  return `${lines.join("\n")}\n`;
}

function showRelated(report: Report, place: RelatedPlace, margin: string, palette: Palette): string[] {
  return [
    `${margin} ${palette.dim("::")} ${clean(place.message)}`,
    ...show(report, place.file, place.range, margin, palette, (marks) => palette.dim("-".repeat(marks))),
  ];
}

function show(
  report: Report,
  file: string,
  range: PositionRange,
  margin: string,
  palette: Palette,
  mark: (length: number) => string,
): string[] {
  const place = `${margin}${palette.dim("-->")} ${clean(file)}:${range.start.line + 1}:${range.start.character + 1}`;
  const lines = report.linesOf(file);
  if (lines === undefined) return [place];
  const { line, text, marks } = excerpt(lines, range);
  const bar = palette.dim("|");
  return [
    place,
    `${palette.dim(String(line).padStart(margin.length))} ${bar} ${text}`.trimEnd(),
    `${margin} ${bar} ${" ".repeat(marks.indent)}${mark(marks.length)}`,
  ];
}

function summarise(report: Report, palette: Palette): string {
  const { counts } = report;
  const where = plural(counts.files, "file");
  const known = report.files.reduce((sum, file) => sum + file.silenced.filter(({ by }) => by === "baseline").length, 0);
  const beside = known === 0 ? "" : ` beside the ${plural(known, "finding")} of the baseline`;
  if (counts.errors + counts.warnings + counts.infos === 0) return `${where} checked, nothing found${beside}`;
  const parts = [
    counts.errors > 0 ? palette.error(plural(counts.errors, "error")) : undefined,
    counts.warnings > 0 ? palette.warning(plural(counts.warnings, "warning")) : undefined,
    counts.infos > 0 ? palette.info(plural(counts.infos, "info")) : undefined,
  ].filter((part) => part !== undefined);
  const findings = report.files.flatMap((file) => file.findings);
  const safe = findings.filter((finding) => finding.fix?.safe).length;
  const gravest =
    findings.find(({ severity }) => severity === "error") ?? findings.find(({ severity }) => severity === "warning") ?? findings[0];
  const advice = [safe > 0 ? `${safe} can be mended with --fix` : undefined, `"scalewright explain ${gravest?.code}" says more`].filter(
    (part) => part !== undefined,
  );
  return `${parts.join(", ")} in ${where}${beside}; ${advice.join("; ")}`;
}

/** `1 file`, `2 files`. */
export function plural(count: Counts[keyof Counts], noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
