import { keptWith } from "../keptWith.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import type { Problem, Range } from "../problem.ts";
import type { Place } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { SegmentedText } from "../syntax/segmentedText.ts";
import { type Silenced, withoutIgnored } from "./ignores.ts";

/** Where segments stood when they were last looked for: a hint that is checked before it is used. */
const HINTS = keptWith<Segment, number>();

/** Offsets, in one version of a text, of a place inside a segment; nothing but the beginning where the segment is of another text. */
export function locate(text: SegmentedText, place: Place): Range {
  return find(text, place) ?? { start: 0, end: 0 };
}

export function find(text: SegmentedText, { segment, start, end }: Place): Range | undefined {
  const index = indexOf(text, segment);
  if (index < 0) return undefined;
  const from = text.starts[index] ?? 0;
  return { start: from + start, end: from + end };
}

/** How far the segments of a version had moved from their hints, where the last one was found far away. */
const MOVED = keptWith<SegmentedText, number>();
const NEAR = 16;

function indexOf(text: SegmentedText, segment: Segment): number {
  const { segments } = text;
  const hint = HINTS.get(segment);
  if (hint !== undefined && segments[hint] === segment) return hint;
  // Of a text that is looked at for the first time all places are noted at once.
  if (hint === undefined && segments[0] && !HINTS.has(segments[0])) for (const [i, one] of segments.entries()) HINTS.set(one, i);
  const index = hint === undefined ? segments.indexOf(segment) : movedFrom(text, segment, hint);
  if (index >= 0) HINTS.set(segment, index);
  return index;
}

/** The place of a segment that moved since it was last looked for; -1 where it is of another text, such as a library's. */
function movedFrom(text: SegmentedText, segment: Segment, hint: number): number {
  const { segments } = text;
  const expected = hint + (MOVED.get(text) ?? 0);
  if (segments[expected] === segment) return expected;
  for (let i = Math.max(0, hint - NEAR); i <= hint + NEAR; i++) if (segments[i] === segment) return i;
  const index = segments.indexOf(segment);
  if (index >= 0) MOVED.set(text, index - hint);
  return index;
}

/** Finds a place in this text or in a library. */
export type WhereIs = (place: Place) => { readonly range: Range; readonly file?: string };

/** Problems with their offsets in one version of the text, sorted by place, then code; those that a comment silences apart. */
export function snapshotProblems(
  text: SegmentedText,
  whereIs: WhereIs,
  ...lists: readonly (readonly LocalProblem[])[]
): { readonly problems: readonly Problem[]; readonly silenced: readonly Silenced[] } {
  const { left, silenced } = withoutIgnored(text, placedProblems(text, whereIs, lists.flat()));
  return { problems: [...left].sort(byPlace), silenced };
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
