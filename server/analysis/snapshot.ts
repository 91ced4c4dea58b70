import { keptWith } from "../keptWith.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import type { Problem, Range } from "../problem.ts";
import type { Place } from "../syntax/place.ts";
import { type SegmentedText, startOf } from "../syntax/segmentedText.ts";
import { type Silenced, withoutIgnored } from "./ignores.ts";
import { toldAfterAll } from "./oneForEach.ts";

/** Offsets, in one version of a text, of a place inside a segment; nothing but the beginning where the segment is of another text. */
export function locate(text: SegmentedText, place: Place): Range {
  return find(text, place) ?? { start: 0, end: 0 };
}

export function find(text: SegmentedText, { segment, start, end }: Place): Range | undefined {
  const index = text.segments.indexOf(segment);
  if (index < 0) return undefined;
  const from = startOf(text, index);
  return { start: from + start, end: from + end };
}

/** Finds a place in this text or in a library. */
export type WhereIs = (place: Place) => { readonly range: Range; readonly file?: string };

/** Problems with their offsets in one version of the text, sorted by place, then code; those that a comment silences apart. */
export function snapshotProblems(
  text: SegmentedText,
  whereIs: WhereIs,
  ...lists: readonly (readonly LocalProblem[])[]
): { readonly problems: readonly Problem[]; readonly silenced: readonly Silenced[] } {
  const problems = lists.flat();
  const placed = placedProblems(text, whereIs, problems);
  const { left, silenced } = withoutIgnored(text, placed, behindThem(problems, placed, text, whereIs));
  return { problems: [...left].sort(byPlace), silenced };
}

/** What comes to light behind problems that are silenced, each once. */
function behindThem(problems: readonly LocalProblem[], placed: readonly Problem[], text: SegmentedText, whereIs: WhereIs) {
  const origin = new Map<Problem, LocalProblem>();
  const known = new Set<LocalProblem>();
  return (hushed: readonly Problem[]): readonly Problem[] => {
    if (known.size === 0)
      for (const [i, problem] of problems.entries()) {
        known.add(problem);
        if (problem.among && placed[i]) origin.set(placed[i], problem);
      }
    const more = toldAfterAll(hushed.flatMap((problem) => origin.get(problem) ?? [])).filter((problem) => !known.has(problem));
    const shown = placedProblems(text, whereIs, more);
    for (const [i, problem] of more.entries()) {
      known.add(problem);
      if (shown[i]) origin.set(shown[i], problem);
    }
    return shown;
  };
}

/** Problems with their offsets in one version of the text, in the order given. */
export const placedProblems = (text: SegmentedText, whereIs: WhereIs, problems: readonly LocalProblem[]): readonly Problem[] =>
  problems.map((problem) => placed(problem, text, whereIs));

const byPlace = (a: Problem, b: Problem): number =>
  a.range.start - b.range.start || a.range.end - b.range.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const PLACED = keptWith<LocalProblem, Problem>();

/** A problem with its offsets. One that speaks of a single place, which has not moved, is the same object as in the version before. */
function placed(problem: LocalProblem, text: SegmentedText, whereIs: WhereIs): Problem {
  const range = locate(text, problem.at);
  const known = PLACED.get(problem);
  if (known && known.range.start === range.start) return known;
  const made: Problem = {
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    range,
    related: problem.related.map(({ message, at, range: given, file }) => ({
      message,
      ...(at ? whereIs(at) : { file, range: given ?? { start: 0, end: 0 } }),
    })),
    fixes: problem.fixes.flatMap(({ title, safe, edits }) => {
      const found = edits.flatMap(({ at, newText }) => {
        const place = find(text, at);
        return place ? [{ range: place, newText }] : [];
      });
      // A fix that would reach into another file is not offered.
      return found.length === edits.length ? [{ title, safe, edits: found }] : [];
    }),
  };
  const here = problem.at.segment;
  const single = problem.related.length === 0 && problem.fixes.every(({ edits }) => edits.every(({ at }) => at.segment === here));
  if (single) PLACED.set(problem, made);
  return made;
}
