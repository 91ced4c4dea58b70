import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import type { Range } from "../problem.ts";
import type { Segment } from "../syntax/segment.ts";
import { segmentAt } from "../syntax/segmentedText.ts";

/** What was last asked of the parts of a version: several features ask for the same place. */
const LAST = new WeakMap<readonly Part[], { readonly from: number; readonly to: number; readonly found: readonly Part[] }>();

/** The parts that something of is written inside a range: what an editor shows costs what is shown, however long the document. */
export function partsWithin({ text, parts }: Pick<Analysis, "text" | "parts">, within: Range): readonly Part[] {
  const [from, to] = [segmentAt(text, within.start), segmentAt(text, within.end)];
  if (to - from + 1 >= text.segments.length) return parts;
  const last = LAST.get(parts);
  if (last?.from === from && last.to === to) return last.found;
  const near = new Set<Segment>(text.segments.slice(from, to + 1));
  const found = parts.filter(
    ({ field, fields }) => near.has(field.segment) || (fields ?? field.fields)?.some(({ segment }) => near.has(segment)) === true,
  );
  LAST.set(parts, { from, to, found });
  return found;
}
