import type { Analysis } from "../../analysis/analysis.ts";
import type { Range } from "../../problem.ts";
import { treeOf } from "../../syntax/outline.ts";
import { scalarMap } from "../../syntax/scalarMap.ts";
import type { Segment } from "../../syntax/segment.ts";
import { startOf } from "../../syntax/segmentedText.ts";
import type { Node } from "../../syntax/tree.ts";

/** Where a text of the document pipes the answer to an item, or a score, into itself: between the braces of `{item}`. */
export function pipeUses({ text }: Pick<Analysis, "text">, id: string): readonly Range[] {
  const found: Range[] = [];
  const pipe = `{${id}}`;
  for (const [index, segment] of text.segments.list.entries()) {
    if (!segment.text.includes(pipe) || (segment.kind !== "entry" && segment.kind !== "branch")) continue;
    const from = startOf(text, index);
    for (const { start, end } of pipesIn(segment, pipe)) found.push({ start: from + start, end: from + end });
  }
  return found;
}

function pipesIn(segment: Segment, pipe: string): readonly Range[] {
  const found: Range[] = [];
  const visit = (node: Node): void => {
    if (node.kind === "sequence") node.items.forEach(visit);
    if (node.kind === "mapping") for (const { value } of node.pairs) visit(value);
    if (node.kind !== "scalar") return;
    const locate = scalarMap(segment.text, node);
    for (let at = node.text.indexOf(pipe); at >= 0; at = node.text.indexOf(pipe, at + 1)) found.push(locate(at + 1, at + pipe.length - 1));
  };
  for (const { value } of treeOf(segment).pairs) visit(value);
  return found;
}
