import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { treeOf } from "../syntax/outline.ts";
import { segmentAt, startOf } from "../syntax/segmentedText.ts";
import type { Node } from "../syntax/tree.ts";

/** What holds an offset, the smallest first: a value, its pair, its mapping … the whole entry. */
export function selectionAt(analysis: Analysis, offset: number): readonly Range[] {
  const { text } = analysis;
  const index = segmentAt(text, offset);
  const segment = text.segments.at(index);
  if (!segment) return [];
  const from = startOf(text, index);
  const at = offset - from;
  const found: Range[] = [{ start: 0, end: segment.text.trimEnd().length }];
  const holds = ({ start, end }: Range) => start <= at && at <= end;
  const visit = (node: Node): void => {
    if (!holds(node)) return;
    found.push(node);
    if (node.kind === "sequence") for (const item of node.items) visit(item);
    if (node.kind === "mapping") for (const pair of node.pairs) visitPair(pair.key, pair.value);
  };
  const visitPair = (key: Node, value: Node): void => {
    const whole = { start: key.start, end: Math.max(key.end, value.end) };
    if (!holds(whole)) return;
    found.push(whole);
    visit(key);
    visit(value);
  };
  for (const pair of treeOf(segment).pairs) visitPair(pair.key, pair.value);
  const ranges = found.reverse().map(({ start, end }) => ({ start: from + start, end: from + end }));
  return ranges.filter((range, i) => i === 0 || range.start !== ranges[i - 1]?.start || range.end !== ranges[i - 1]?.end);
}
