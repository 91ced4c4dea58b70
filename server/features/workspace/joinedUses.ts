import type { Analysis } from "../../analysis/analysis.ts";
import { referencesIn } from "../../expression/references.ts";
import { type Kind, nodeAt, type Path, type Reference } from "../../model/keys.ts";
import { readFormula } from "../../model/read/formula.ts";
import type { Range } from "../../problem.ts";
import type { Field } from "../../syntax/outline.ts";
import { type Place, placeIn } from "../../syntax/place.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Node } from "../../syntax/tree.ts";

/** Where a guide or a study names an item, a score or a section of an instrument that it is about: the key table says which words are such names. */
export function joinedUses(analysis: Analysis, kind: "item" | "score" | "section", id: string): readonly Range[] {
  const document = analysis.kind;
  if (document !== "guide" && document !== "study") return [];
  const found: Place[] = [];
  for (const field of analysis.fields) visitField(document, field, [field.name], { kind, id, found });
  return found.map((place) => analysis.range(place));
}

interface Search {
  readonly kind: Reference;
  readonly id: string;
  readonly found: Place[];
}

function visitField(document: Kind, field: Field, path: Path, search: Search): void {
  if (field.fields) {
    for (const inner of field.fields) visitField(document, inner, [...path, inner.name], search);
    return;
  }
  if (!field.segment.text.includes(search.id)) return;
  if (nodeAt(document, path)?.kinds.includes("formula")) addFormula(field, search);
  else visitNode(document, field.segment, field.value, path, search);
}

function visitNode(document: Kind, segment: Segment, node: Node, path: Path, search: Search): void {
  if (node.kind === "sequence") for (const [i, item] of node.items.entries()) visitNode(document, segment, item, [...path, i], search);
  if (node.kind === "mapping") {
    const isNamed = nodeAt(document, path)?.entryKey?.references?.includes(search.kind) === true;
    for (const { key, value, bare } of node.pairs) {
      if (key.kind !== "scalar") continue;
      if (isNamed && key.text === search.id) search.found.push(placeIn(segment, key));
      const inner = [...path, key.text];
      if (nodeAt(document, inner)?.kinds.includes("formula")) addFormula({ segment, name: key.text, key, value, bare }, search);
      else visitNode(document, segment, value, inner, search);
    }
  }
  if (node.kind === "scalar" && node.text === search.id && nodeAt(document, path)?.references?.includes(search.kind))
    search.found.push(placeIn(segment, node));
}

function addFormula(field: Field, { id, kind, found }: Search): void {
  if (kind === "section") return;
  const tree = readFormula({ report: () => undefined, anchor: () => undefined }, field);
  for (const one of tree ? referencesIn(tree) : [])
    if (one.kind === "item or score" && one.id === id) found.push(placeIn(field.segment, one.at));
}
