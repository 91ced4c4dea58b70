import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import type { Field } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";

/** What can be folded away: every entry that runs over several lines, to the end of its last line. */
export function foldingRanges(analysis: Analysis): readonly Range[] {
  const found: Range[] = [];
  const visit = (field: Field): number => {
    const start = analysis.range(placeIn(field.segment, field.key)).start;
    const from = start - field.key.start;
    const written = writtenIn(field.segment);
    let end = from + written.length;
    for (const inner of field.fields ?? []) end = Math.max(end, visit(inner));
    if (field.fields || written.isLong) found.push({ start, end });
    return end;
  };
  for (const field of analysis.fields) visit(field);
  return found.sort((a, b) => a.start - b.start);
}

const WRITTEN = new WeakMap<Segment, { readonly length: number; readonly isLong: boolean }>();

/** Where the text of a segment ends but for blanks, and whether it has several lines. */
const writtenIn = (segment: Segment) =>
  remember(WRITTEN, segment, () => {
    const text = segment.text.trimEnd();
    return { length: text.length, isLong: text.includes("\n") };
  });
