import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import type { Field } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";

/** What can be folded away: every entry that runs over several lines, to the end of its last line. */
export function foldingRanges(analysis: Analysis): readonly Range[] {
  const found: Range[] = [];
  const visit = (field: Field): number => {
    const start = analysis.range(placeIn(field.segment, field.key)).start;
    const from = start - field.key.start;
    let end = from + field.segment.text.trimEnd().length;
    for (const inner of field.fields ?? []) end = Math.max(end, visit(inner));
    if (field.fields || field.segment.text.trimEnd().includes("\n")) found.push({ start, end });
    return end;
  };
  for (const field of analysis.fields) visit(field);
  return found.sort((a, b) => a.start - b.start);
}
