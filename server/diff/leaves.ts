import { fieldsIn, type Reading } from "../model/read/reader.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node } from "../syntax/tree.ts";

/** One value of a document with the keys that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  /** What is written there; a list without names as one text. */
  readonly text: string;
  readonly at: Place;
}

/** Every value that some fields hold, in file order. */
export function leavesOf(fields: readonly Field[], anchor: Reading["anchor"]): readonly Leaf[] {
  const found: Leaf[] = [];
  const reading: Reading = { report: () => undefined, anchor };
  const visit = (field: Field, path: readonly string[], depth: number): void => {
    const inner = field.fields ?? fieldsIn(reading, field);
    if (inner && inner.length > 0 && depth < DEEPEST) {
      for (const one of inner) visit(one, [...path, one.name], depth + 1);
      return;
    }
    const at = placeIn(field.segment, field.value.end > field.value.start ? field.value : field.key);
    if (field.value.kind !== "sequence") {
      found.push({ path, text: field.value.kind === "scalar" ? field.value.text : "", at });
      return;
    }
    for (const [i, item] of field.value.items.entries()) entry(field.segment, item, [...path, String(i + 1)], depth + 1);
  };
  const entry = (segment: Segment, node: Node, path: readonly string[], depth: number): void => {
    if (node.kind === "mapping" && depth < DEEPEST)
      for (const one of fieldsOfPairs(segment, node.pairs)) visit(one, [...path, one.name], depth + 1);
    else found.push({ path, text: textOf(node), at: placeIn(segment, node) });
  };
  for (const field of fields) visit(field, [field.name], 0);
  return found;
}

const DEEPEST = 40;

function textOf(node: Node): string {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "alias") return `*${node.name}`;
  return node.kind === "sequence" ? node.items.map(textOf).join(", ") : "";
}
