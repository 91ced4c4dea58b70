import { keptWith } from "../keptWith.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import type { Field } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Segment } from "../syntax/segment.ts";
import type { Node } from "../syntax/tree.ts";

/**
 * Remembers where each object of the model was written, so that a rule can point at any property of it: `at.value(item, "response")`.
 * Objects live as long as the segment they were read from, so an edit elsewhere changes nothing here.
 */
export interface Origins {
  /** The id of a thing that is named by its key (an item, a score); else the whole of it. */
  name(object: object): Place;
  /** All that was written of it, without its key. */
  whole(object: object): Place;
  /** A property's value, or one entry of it where it is a list; where it was not written, the thing's name. */
  value<T extends object>(object: T, property: keyof T & string, index?: number): Place;
  /** A property's key: where a problem of the property as a whole belongs. */
  key<T extends object>(object: T, property: keyof T & string): Place;
  /** A formula's node, or any other range that was written inside a known object. */
  node(node: Range & object): Place | undefined;
  has(object: object): boolean;
}

interface Origin {
  readonly segment: Segment;
  readonly name?: Node;
  readonly whole: Range;
  readonly fields: readonly Field[];
}

const ORIGINS = keptWith<object, Origin>();
const NODES = keptWith<object, Segment>();

export function setOrigin(object: object, origin: Origin): void {
  ORIGINS.set(object, origin);
}

/** Lets a copy be found where its original was written. */
export function copyOrigin(original: object, copy: object): void {
  const origin = ORIGINS.get(original);
  if (origin) ORIGINS.set(copy, origin);
}

export function setNode(node: object, segment: Segment): void {
  NODES.set(node, segment);
}

export const origins: Origins = {
  name: (object) => {
    const origin = known(object);
    return placeIn(origin.segment, origin.name ?? origin.whole);
  },
  whole: (object) => {
    const origin = known(object);
    return placeIn(origin.segment, origin.whole);
  },
  value: (object, property, index) => {
    const field = fieldOf(object, property);
    if (!field) return origins.name(object);
    const { value } = field;
    if (index !== undefined && value.kind === "sequence") return placeIn(field.segment, value.items[index] ?? value);
    if (index !== undefined && value.kind === "mapping") return placeIn(field.segment, value.pairs[index]?.value ?? value);
    return placeIn(field.segment, value.end > value.start ? value : field.key);
  },
  key: (object, property) => {
    const field = fieldOf(object, property);
    return field ? placeIn(field.segment, field.key) : origins.name(object);
  },
  node: (node) => {
    const segment = NODES.get(node);
    return segment && placeIn(segment, node);
  },
  has: (object) => ORIGINS.has(object),
};

/** Whether an object was read from this field itself, and not from what another field of the same text holds. */
export const isReadFrom = (object: object, field: Field): boolean => ORIGINS.get(object)?.name === field.key;

/** The field that a property was read from. */
export function fieldOf<T extends object>(object: T, property: keyof T & string): Field | undefined {
  const fields = ORIGINS.get(object)?.fields;
  if (!fields) return undefined;
  const written = remember(WRITTEN, property, () => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const named = KEYS[property];
  return (named === undefined ? undefined : fieldNamed(fields, named)) ?? fieldNamed(fields, written);
}

function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  for (const field of fields) if (field.name === name) return field;
  return undefined;
}

const WRITTEN = new Map<string, string>();

/** Where the model's word is another than the file's. */
const KEYS: Record<string, string> = {
  stem: "text",
  entries: "items",
  checks: "check",
  cutOffs: "cutoffs",
  idColumn: "id",
  measure: "or",
  table: "lookup",
};

function known(object: object): Origin {
  const origin = ORIGINS.get(object);
  if (!origin) throw new Error("an object of the model has no origin");
  return origin;
}
