import { keptWith } from "../keptWith.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import type { Fix, Problem, Range, Related } from "../problem.ts";
import type { Place } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
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
  problems: readonly LocalProblem[],
): { readonly problems: readonly Problem[]; readonly silenced: readonly Silenced[] } {
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
export function placedProblems(text: SegmentedText, whereIs: WhereIs, problems: readonly LocalProblem[]): readonly Problem[] {
  // The problems of a part stand one after the other, as a rule in one segment.
  let segment: Segment | undefined;
  let from: number | undefined;
  return problems.map((problem) => {
    if (problem.at.segment !== segment) {
      segment = problem.at.segment;
      const index = text.segments.indexOf(segment);
      from = index < 0 ? undefined : startOf(text, index);
    }
    return placed(problem, from, text, whereIs);
  });
}

const byPlace = (a: Problem, b: Problem): number =>
  a.range.start - b.range.start || a.range.end - b.range.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const PLACED = keptWith<LocalProblem, Problem>();

/** A problem with its offsets. One that speaks of a single place, which has not moved, is the same object as in the version before. `from`: where its segment begins. */
function placed(problem: LocalProblem, from: number | undefined, text: SegmentedText, whereIs: WhereIs): Problem {
  const { segment: here, start, end } = problem.at;
  const range = from === undefined ? { start: 0, end: 0 } : { start: from + start, end: from + end };
  const known = PLACED.get(problem);
  if (known && known.range.start === range.start) return known;
  const { code, severity, message, related, fixes } = problem;
  const made: Problem = {
    code,
    severity,
    message,
    range,
    related: related.length === 0 ? NOTHING : related.map((one) => relatedPlace(one, whereIs)),
    fixes: fixes.length === 0 ? NOTHING : fixes.flatMap((fix) => placedFix(fix, text)),
  };
  if (related.length === 0 && fixes.every(({ edits }) => edits.every(({ at }) => at.segment === here))) PLACED.set(problem, made);
  return made;
}

const NOTHING: readonly never[] = [];

function relatedPlace({ message, at, range, file }: LocalProblem["related"][number], whereIs: WhereIs): Related {
  return { message, ...(at ? whereIs(at) : { file, range: range ?? { start: 0, end: 0 } }) };
}

/** None where a part of the fix would reach into another file. */
function placedFix({ title, safe, edits }: LocalProblem["fixes"][number], text: SegmentedText): readonly Fix[] {
  const found = edits.flatMap(({ at, newText }) => {
    const place = find(text, at);
    return place ? [{ range: place, newText }] : [];
  });
  return found.length === edits.length ? [{ title, safe, edits: found }] : NOTHING;
}
