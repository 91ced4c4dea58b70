import type { Edit } from "../../problem.ts";
import { treeOf } from "../../syntax/outline.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Node, Pair } from "../../syntax/tree.ts";

/**
 * Edits inside the lines of one segment, whose offsets they count: one blank behind a colon, a comma and a dash, none inside brackets and
 * none before a colon or a comma. Blanks that line up values behind the colons of a block stay, as do those before a comment.
 */
export function gapEdits(segment: Segment): Edit[] {
  const { text } = segment;
  const edits: Edit[] = [];
  const gap = (start: number, end: number, written: RegExp, wanted: string): void => {
    if (end < start) return;
    const found = text.slice(start, end);
    if (found !== wanted && written.test(found)) edits.push({ range: { start, end }, newText: wanted });
  };
  const visitPair = ({ key, value, bare }: Pair, flow: boolean): void => {
    visit(key);
    const isEmpty = value.end <= value.start;
    if (!bare && !isEmpty) {
      const anchored = startOf(value);
      if (flow) gap(key.end, anchored, /^[ \t]*:[ \t]*$/, ": ");
      else {
        const colon = text.slice(key.end, anchored).search(/:/);
        if (colon > 0) gap(key.end, key.end + colon, /^[ \t]+$/, "");
      }
    }
    visit(value);
  };
  const visit = (node: Node): void => {
    if (node.kind === "mapping") {
      for (const pair of node.pairs) visitPair(pair, node.flow);
      if (node.flow)
        brackets(
          node,
          node.pairs.map(({ key, value }) => ({ start: startOf(key), end: Math.max(key.end, value.end) })),
        );
    } else if (node.kind === "sequence") {
      for (const item of node.items) visit(item);
      if (node.flow)
        brackets(
          node,
          node.items.map((item) => ({ start: startOf(item), end: item.end })),
        );
      else for (const item of node.items) dash(item);
    }
  };
  const brackets = (node: Node, parts: readonly { readonly start: number; readonly end: number }[]): void => {
    const open = text.indexOf(node.kind === "mapping" ? "{" : "[", node.start);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return;
    gap(open + 1, first.start, /^[ \t]+$/, "");
    for (const [i, part] of parts.entries()) {
      const next = parts[i + 1];
      if (next) gap(part.end, next.start, /^[ \t]*,[ \t]*$/, ", ");
    }
    gap(last.end, node.end - 1, /^[ \t]+$/, "");
  };
  const dash = (item: Node): void => {
    const line = text.lastIndexOf("\n", startOf(item) - 1) + 1;
    const before = /^( *- )( +)$/.exec(text.slice(line, startOf(item)));
    if (before) gap(line + (before[1]?.length ?? 0), startOf(item), /^ +$/, "");
  };
  for (const pair of treeOf(segment).pairs) visitPair(pair, false);
  return edits;
}

/** Where a value begins, with the name that stands before it. */
const startOf = (node: Node): number => (node.kind !== "alias" && node.anchor ? Math.min(node.start, node.anchor.start) : node.start);
