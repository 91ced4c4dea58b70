import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import type { Range } from "../problem.ts";
import { segmentAt } from "../syntax/segmentedText.ts";

/** The parts that something of is written inside a range: what an editor shows costs what is shown, however long the document. */
export function partsWithin(analysis: Pick<Analysis, "text" | "parts" | "partsIn">, within: Range): readonly Part[] {
  const { segments } = analysis.text;
  const [from, to] = [segmentAt(analysis.text, within.start), segmentAt(analysis.text, within.end)];
  return to - from + 1 >= segments.length ? analysis.parts : analysis.partsIn(segments.slice(from, to + 1));
}
