import { type Exact, parseExact } from "../../number/exact.ts";
import type { Related, Severity } from "../../problem.ts";
import { type Field, fieldsOfPairs } from "../../syntax/outline.ts";
import { type Place, placeIn } from "../../syntax/place.ts";
import type { Segment } from "../../syntax/segment.ts";
import type { Node, Scalar } from "../../syntax/tree.ts";

/** A problem whose places are still counted inside segments. */
export interface LocalProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly related: readonly (Omit<Related, "range"> & { readonly at?: Place; readonly range?: Related["range"] })[];
  readonly fixes: readonly LocalFix[];
  /** Everything that was found in its part, where some of that is held back: what a silenced finding explained is told after all. */
  readonly among?: readonly LocalProblem[];
}
export interface LocalFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly at: Place; readonly newText: string }[];
}

/** What reading needs beside the text in hand. */
export interface Reading {
  report(problem: LocalProblem): void;
  /** What a named part (`&name`) stands for. */
  anchor(name: string): Located | undefined;
}

export interface Located {
  readonly segment: Segment;
  readonly node: Node;
}

/** The node that an alias stands for; the node itself where it is none. A name that refers to itself stands for nothing. */
export function follow(reading: Reading, segment: Segment, node: Node): Located {
  let here: Located = { segment, node };
  for (let steps = 0; here.node.kind === "alias"; steps++) {
    const target = steps < 8 ? reading.anchor(here.node.name) : undefined;
    if (!target) return { segment, node: { kind: "scalar", style: "plain", text: "", value: null, start: node.start, end: node.end } };
    here = target;
  }
  return here;
}

/** The fields of a field's value: of a branch, a mapping, or what an alias stands for; merged (`<<`) ones last. Undefined where it is no mapping. */
export function fieldsIn(reading: Reading, field: Field | undefined): readonly Field[] | undefined {
  if (!field) return undefined;
  if (field.fields) return field.fields;
  const { segment, node } = follow(reading, field.segment, field.value);
  return node.kind === "mapping" ? mapFields(reading, segment, node) : undefined;
}

export function mapFields(reading: Reading, segment: Segment, node: Node, depth = 0): readonly Field[] {
  if (node.kind !== "mapping") return [];
  const own = fieldsOfPairs(segment, node.pairs);
  if (depth > 8 || !own.some((field) => field.name === "<<")) return own;
  const merged: Field[] = own.filter((field) => field.name !== "<<");
  for (const field of own.filter((candidate) => candidate.name === "<<")) {
    const target = follow(reading, field.segment, field.value);
    const sources = target.node.kind === "sequence" ? target.node.items.map((item) => follow(reading, target.segment, item)) : [target];
    for (const source of sources)
      for (const extra of mapFields(reading, source.segment, source.node, depth + 1))
        if (!merged.some((known) => known.name === extra.name)) merged.push(extra);
  }
  return merged;
}

export const find = (fields: readonly Field[] | undefined, name: string): Field | undefined => fields?.find((field) => field.name === name);

/** The fields of the mapping under a name; none where there is none. */
export const inner = (reading: Reading, fields: readonly Field[] | undefined, name: string): readonly Field[] =>
  fieldsIn(reading, find(fields, name)) ?? [];

/** The scalar that a field's value is, or what its alias stands for. */
export function scalarIn(reading: Reading, field: Field | undefined): (Located & { readonly node: Scalar }) | undefined {
  if (!field || field.fields) return undefined;
  const { segment, node } = follow(reading, field.segment, field.value);
  return node.kind === "scalar" && (node.end > node.start || node.text !== "") ? { segment, node } : undefined;
}

/** The text of a field, numbers and truth values as written; undefined where there is none. */
export const wordIn = (reading: Reading, field: Field | undefined): string | undefined => scalarIn(reading, field)?.node.text;

export function truthIn(reading: Reading, field: Field | undefined): boolean | undefined {
  const value = scalarIn(reading, field)?.node.value;
  return typeof value === "boolean" ? value : undefined;
}

/** The exact number that a plain scalar writes. */
export function numberOf(node: Node | undefined): Exact | undefined {
  return node?.kind === "scalar" && node.style === "plain" ? parseExact(node.text) : undefined;
}

export const numberIn = (reading: Reading, field: Field | undefined): Exact | undefined => numberOf(scalarIn(reading, field)?.node);

export function wholeIn(reading: Reading, field: Field | undefined): number | undefined {
  const value = scalarIn(reading, field)?.node.value;
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

/** The nodes of a list; a single value is a list of one. */
export function listIn(reading: Reading, field: Field | undefined): readonly Located[] {
  if (!field || field.fields) return [];
  const { segment, node } = follow(reading, field.segment, field.value);
  if (node.kind === "sequence") return node.items.map((item) => follow(reading, segment, item));
  return node.kind === "scalar" && node.text === "" ? [] : [{ segment, node }];
}

export const wordsIn = (reading: Reading, field: Field | undefined): readonly string[] =>
  listIn(reading, field).flatMap(({ node }) => (node.kind === "scalar" ? [node.text] : []));

/** One of the words of a list, or undefined (the schema reports another). */
export function choiceIn<T extends string>(reading: Reading, field: Field | undefined, choices: readonly T[]): T | undefined {
  const word = wordIn(reading, field);
  return choices.find((choice) => choice === word);
}

export const valuePlace = (field: Field): Place => placeIn(field.segment, field.value.end > field.value.start ? field.value : field.key);
export const keyPlace = (field: Field): Place => placeIn(field.segment, field.key);
