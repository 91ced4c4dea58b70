import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import type { Range } from "../problem.ts";
import type { Segment } from "../syntax/segment.ts";
import { segmentAt } from "../syntax/segmentedText.ts";

/** The parts that something of is written inside a range: what an editor shows costs what is shown, however long the document. */
export function partsWithin(analysis: Analysis, within: Range): readonly Part[] {
  const { text, parts } = analysis;
  const [from, to] = [segmentAt(text, within.start), segmentAt(text, within.end)];
  if (to - from + 1 >= text.segments.length) return parts;
  const near = new Set<Segment>(text.segments.slice(from, to + 1));
  return parts.filter(
    ({ field, fields }) => near.has(field.segment) || (fields ?? field.fields)?.some(({ segment }) => near.has(segment)) === true,
  );
}
