import type { Segment } from "../../syntax/segment.ts";
import type { Node } from "../../syntax/tree.ts";

/** The spaces before the first character of the line that an offset of a segment is on. */
export function indentAt(segment: Segment, offset: number): number {
  const from = segment.text.lastIndexOf("\n", offset - 1) + 1;
  return /^ */.exec(segment.text.slice(from))?.[0].length ?? 0;
}

/** What is written of a node, its later lines moved so that what stands in column `from` comes to stand in column `to`. */
export function written(segment: Segment, node: Node, from: number, to: number): string {
  const lines = segment.text.slice(node.start, node.end).trimEnd().split("\n");
  return lines.map((line, i) => (i === 0 ? line : shifted(line, to - from))).join("\n");
}

function shifted(line: string, by: number): string {
  if (line.trim() === "") return line.trim();
  return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, /^ */.exec(line)?.[0].length ?? 0));
}
