import type { Problem, Severity } from "../../problem.ts";
import { compareText } from "../files/discover.ts";
import { type Lines, linesOf, type PositionRange } from "../positions.ts";

/** A document that was read, with what was found in it. */
export interface CheckedFile {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Findings that a comment or the baseline silences, with the reason given. Only SARIF shows them. */
  readonly silenced?: readonly Silenced[];
}
export interface Silenced {
  readonly problem: Problem;
  readonly by: "comment" | "baseline";
  readonly reason: string;
}

/** A finding as the outside world sees it: lines and characters from 0, in UTF-16 units. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PositionRange;
  readonly related: readonly RelatedPlace[];
  readonly fix: PlacedFix | null;
}
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: PositionRange;
}
export interface PlacedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: PositionRange; readonly newText: string }[];
}

export interface FileReport {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly silenced: readonly { readonly finding: Finding; readonly by: "comment" | "baseline"; readonly reason: string }[];
}

/** What every output format prints. Files are sorted by name, findings by start, then code. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly counts: Counts;
  /** The lines of a file, for excerpts and fingerprints. */
  readonly linesOf: (file: string) => Lines | undefined;
}
export interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Turns offsets into lines, puts everything in its order and counts. `textOf` gives the text of other files that related places lie in. */
export function makeReport(checked: readonly CheckedFile[], textOf: (file: string) => string | undefined = () => undefined): Report {
  const texts = new Map(checked.map((file) => [file.file, file.text]));
  const cache = new Map<string, Lines | undefined>();
  const lines = (file: string): Lines | undefined => {
    if (!cache.has(file)) {
      const text = texts.get(file) ?? textOf(file);
      cache.set(file, text === undefined ? undefined : linesOf(text));
    }
    return cache.get(file);
  };
  const files = [...checked]
    .sort((a, b) => compareText(a.file, b.file))
    .map(({ file, problems, silenced = [] }) => ({
      file,
      findings: [...problems].sort(compareProblems).map((problem) => place(problem, file, lines)),
      silenced: [...silenced]
        .sort((a, b) => compareProblems(a.problem, b.problem))
        .map(({ problem, by, reason }) => ({ finding: place(problem, file, lines), by, reason })),
    }));
  return { files, counts: countFindings(files), linesOf: lines };
}

export function compareProblems(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || compareText(a.code, b.code) || a.range.end - b.range.end || compareText(a.message, b.message);
}

function place(problem: Problem, file: string, lines: (file: string) => Lines | undefined): Finding {
  const rangeIn = (where: string, range: { readonly start: number; readonly end: number }): PositionRange => {
    const own = lines(where);
    // A related place in a file that cannot be read any more points at its beginning.
    if (own === undefined) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return { start: own.position(range.start), end: own.position(range.end) };
  };
  const fix = problem.fixes.find((candidate) => candidate.safe) ?? problem.fixes[0];
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    range: rangeIn(file, problem.range),
    related: problem.related.map((related) => ({
      message: related.message,
      file: related.file ?? file,
      range: rangeIn(related.file ?? file, related.range),
    })),
    fix:
      fix === undefined
        ? null
        : {
            title: fix.title,
            safe: fix.safe,
            edits: fix.edits.map((edit) => ({ range: rangeIn(file, edit.range), newText: edit.newText })),
          },
  };
}

/** How many files there are, and findings of each severity. */
export function countFindings(files: readonly FileReport[]): Counts {
  const all = files.flatMap((file) => file.findings);
  const of = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
  return { files: files.length, errors: of("error"), warnings: of("warning"), infos: of("info") };
}
