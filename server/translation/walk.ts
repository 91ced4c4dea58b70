import { fieldsIn, follow, type Reading } from "../model/read/reader.ts";
import type { Field } from "../syntax/outline.ts";
import { type Shape, TEXTS } from "./shape.ts";

/** A text found: the keys that lead to it (the short form of an item written out), its field, and the fields that it stands among. */
export interface FoundText {
  readonly path: readonly string[];
  readonly field: Field;
  readonly among: readonly Field[];
}

/** The texts of a document, or of a translation, in the order of the file. What is no text is passed over; the schema reports it. */
export function textsIn(reading: Reading, fields: readonly Field[]): readonly FoundText[] {
  const found: FoundText[] = [];
  walkFields(reading, TEXTS, fields, [], found);
  return found;
}

function walkFields(reading: Reading, shape: Shape, fields: readonly Field[], path: readonly string[], found: FoundText[]): void {
  for (const field of fields) {
    const inner =
      shape.kind === "keys" ? own(shape.keys, field.name) : shape.kind === "each" && !field.name.startsWith("x-") ? shape.of : undefined;
    if (inner !== undefined) walk(reading, inner, field, [...path, field.name], fields, found);
  }
}

function walk(reading: Reading, shape: Shape, field: Field, path: readonly string[], among: readonly Field[], found: FoundText[]): void {
  if (shape.kind === "text") {
    found.push({ path, field, among });
    return;
  }
  const { segment, node } = field.fields ? { segment: field.segment, node: undefined } : follow(reading, field.segment, field.value);
  if (shape.kind === "list") {
    if (node?.kind !== "sequence") return;
    for (const [index, one] of node.items.entries())
      walk(reading, shape.of, { segment, name: String(index), key: one, value: one, bare: false }, [...path, String(index)], [], found);
    return;
  }
  if (shape.kind === "keys" && shape.short !== undefined && isShort(reading, shape, field)) {
    found.push({ path: [...path, shape.short], field, among: [] });
    return;
  }
  walkFields(reading, shape, fieldsIn(reading, field) ?? [], path, found);
}

/** A scalar, a text by language, or words with their status: none has a key of the thing that it stands for. */
function isShort(reading: Reading, shape: Extract<Shape, { kind: "keys" }>, field: Field): boolean {
  const fields = fieldsIn(reading, field);
  if (fields === undefined) return true;
  const names = fields.map(({ name }) => name);
  if (names.some((name) => own(shape.keys, name) !== undefined)) return false;
  // An option with its score and no label, an item with nothing but a response: there is no text.
  return names.length > 0 && names.every((name) => name === "text" || name === "status" || (LANGUAGE.test(name) && !KEYS.has(name)));
}

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;
/** Keys of items and options that look like tags of languages. */
const KEYS = new Set(["key", "min", "max"]);

function own(shapes: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name] : undefined;
}
