import { keptWith } from "../keptWith.ts";
import type { Anchors } from "../model/parts.ts";
import type { Located } from "../model/read/reader.ts";
import { remember } from "../remember.ts";
import { treeOf } from "../syntax/outline.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node } from "../syntax/tree.ts";

/** A named part of the document: `&name` and what it stands before. */
export interface Anchor extends Located {
  readonly name: string;
}

const MAY_ANCHOR = /(?:^|[\s[{,:-])&[^\s]/;
const MAY_NAME = /(?:^|[\s[{,:-])[&*][^\s]/;
const KEPT = keptWith<Segment, readonly Anchor[]>();

/** Whether a segment names no part of itself, and what it refers to by name is there: so that an edit of it is a matter of its own. */
export function isOwnMatter(segment: Segment, anchors: AnchorTable): boolean {
  if (!segment.names || !MAY_NAME.test(segment.text)) return true;
  return (
    !MAY_ANCHOR.test(segment.text) && treeOf(segment).pairs.every(({ key, value }) => isKnown(key, anchors) && isKnown(value, anchors))
  );
}

function isKnown(node: Node, anchors: AnchorTable): boolean {
  if (node.kind === "mapping") return node.pairs.every(({ key, value }) => isKnown(key, anchors) && isKnown(value, anchors));
  if (node.kind === "sequence") return node.items.every((item) => isKnown(item, anchors));
  return node.kind !== "alias" || anchors.get(node.name) !== undefined;
}

function anchorsOf(segment: Segment): readonly Anchor[] {
  if (!segment.names || !MAY_ANCHOR.test(segment.text)) return NONE;
  return remember(KEPT, segment, () => {
    const list: Anchor[] = [];
    const visit = (node: Node): void => {
      if (node.kind !== "alias" && node.anchor) list.push({ name: node.anchor.name, segment, node });
      if (node.kind === "sequence") node.items.forEach(visit);
      if (node.kind === "mapping")
        for (const pair of node.pairs) {
          visit(pair.key);
          visit(pair.value);
        }
    };
    for (const pair of treeOf(segment).pairs) {
      visit(pair.key);
      visit(pair.value);
    }
    return list;
  });
}

const NONE: readonly Anchor[] = [];

/** All anchors of a document, resolved in one pass; of two with one name the first holds (the second is reported). */
export function collectAnchors(segments: readonly Segment[], old?: AnchorTable): AnchorTable {
  const all: Anchor[] = [];
  for (const segment of segments) if (segment.names) all.push(...anchorsOf(segment));
  if (old && old.all.length === all.length && old.all.every((anchor, i) => anchor === all[i])) return old;
  const byName = new Map<string, Anchor>();
  for (const anchor of all) if (!byName.has(anchor.name)) byName.set(anchor.name, anchor);
  return { all, get: (name) => byName.get(name) };
}

export interface AnchorTable extends Anchors {
  readonly all: readonly Anchor[];
}
