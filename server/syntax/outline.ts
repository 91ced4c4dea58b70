import { keptWith } from "../keptWith.ts";
import { remember } from "../remember.ts";
import { readSegment, type SegmentTree } from "./readSegment.ts";
import type { Segment } from "./segment.ts";
import type { Node, Pair } from "./tree.ts";

/**
 * The text's mappings, with the segments they are kept in. A field is one `key: value` wherever it stands: in a segment of its own, or
 * inside the segment of something larger. Readers see only fields, and never ask which.
 */
export interface Field {
  readonly segment: Segment;
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
  /** A key of a flow mapping without a colon. */
  readonly bare: boolean;
  /** The entries, where the value is a branch. */
  readonly fields?: readonly Field[];
}

const TREES = keptWith<Segment, SegmentTree>();

/** What a segment holds; read once in its life. */
export function treeOf(segment: Segment): SegmentTree {
  return remember(TREES, segment, () => readSegment(segment.text));
}

/** The fields of a document, from its segments in order. */
export function outline(segments: readonly Segment[]): readonly Field[] {
  const root: Field[] = [];
  const open: { readonly depth: number; readonly fields: Field[] }[] = [{ depth: 0, fields: root }];
  for (const segment of segments) {
    if (segment.kind !== "entry" && segment.kind !== "branch") continue;
    const depth = segment.within.path.length;
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) > depth) open.pop();
    const home = open.at(-1)?.fields ?? root;
    const inner: Field[] | undefined = segment.kind === "branch" ? [] : undefined;
    for (const one of fieldsOfSegment(segment, inner)) home.push(one);
    if (inner) open.push({ depth: depth + 1, fields: inner });
  }
  return root;
}

/** The fields of a document after one segment gave way to another that holds one field; undefined where the old one is not found. */
export function withField(fields: readonly Field[], old: Segment, now: Field, depth = 0): readonly Field[] | undefined {
  const name = old.within.path[depth];
  for (let i = 0; i < fields.length; i++) {
    const one = fields[i];
    if (!one || (name === undefined ? one.segment !== old : one.name !== name || !one.fields)) continue;
    const inner = name === undefined ? undefined : withField(one.fields ?? [], old, now, depth + 1);
    if (inner || name === undefined) return fields.with(i, inner ? { ...one, fields: inner } : now);
  }
  return undefined;
}

const FIELDS = keptWith<Segment, readonly Field[]>();

/** The fields that one segment holds, at its own level: the same objects each time, but of a branch, whose entries may be others. */
export function fieldsOfSegment(segment: Segment, inner?: readonly Field[]): readonly Field[] {
  if (inner) return treeOf(segment).pairs.map((pair) => field(segment, pair, inner));
  return remember(FIELDS, segment, () => treeOf(segment).pairs.map((pair) => field(segment, pair)));
}

/** The fields of a mapping inside a segment. */
export function fieldsOfPairs(segment: Segment, pairs: readonly Pair[]): readonly Field[] {
  return pairs.map((pair) => field(segment, pair));
}

function field(segment: Segment, { key, value, bare }: Pair, fields?: readonly Field[]): Field {
  return { segment, name: key.kind === "scalar" ? key.text : "", key, value, bare, ...(fields ? { fields } : {}) };
}
