import { Document, isCollection, visit } from "yaml";
import { findKinds, findParts, resolveRef } from "./load.mjs";

/**
 * The small table behind hover, completion, the reference and the words of problems: one node for each place of a document, with the keys
 * that may stand there. A place that may be written in several ways (a name, or keys) is one node that holds them all.
 */
export function makeKeyTable(schemas) {
  const nodes = [];
  const known = new Map();
  const waiting = [];

  function nodeOf(places) {
    const name = places.map(({ file, pointer }) => `${file}#${pointer}`).join(" ");
    const found = known.get(name);
    if (found !== undefined) return found;
    const index = nodes.push(undefined) - 1;
    known.set(name, index);
    waiting.push({ index, places });
    return index;
  }

  const parts = findParts(schemas).map(({ part, file, pointer, schema }) => [part, nodeOf([{ file, pointer, schema }])]);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) nodes[next.index] = describe(schemas, next.places, nodeOf);
  return { kinds: findKinds(schemas), parts: Object.fromEntries(parts), nodes };
}

export function printKeyTable({ kinds, parts, nodes }) {
  const union = (words) => words.map((word) => JSON.stringify(word)).join(" | ");
  return `// Generated from schemas/ by \`npm run generate\`.
import type { KeyNode } from "../model/keyTable.ts";

export type Kind = ${union(kinds)};
export type Part = ${union(Object.keys(parts))};

/** Node of each part. */
export const PARTS: Readonly<Record<Part, number>> = ${JSON.stringify(parts)};

export const KINDS: readonly Kind[] = ${JSON.stringify(kinds)};

export const NODES: readonly KeyNode[] = [
${nodes.map((node) => `  ${JSON.stringify(node)},`).join("\n")}
];
`;
}

function describe(schemas, places, nodeOf) {
  const facets = places.flatMap((place) => facetsOf(schemas, place));
  const first = (key) => facets.find(({ schema }) => schema[key] !== undefined)?.schema[key];
  const node = { title: first("title") ?? "", description: first("description") ?? "" };
  const part = partOf(schemas, places);
  if (part) node.part = part;
  const examples = first("examples");
  if (examples) node.examples = examples.map(printValue);
  if (first("default") !== undefined) node.default = printValue(first("default"));
  if (first("x-expected")) node.expected = first("x-expected");
  if (first("x-synonyms")) node.synonyms = first("x-synonyms");
  if (first("x-word-synonyms")) node.wordSynonyms = first("x-word-synonyms");
  const references = [...new Set(facets.flatMap(({ schema }) => schema["x-reference"] ?? []))];
  if (references.length > 0) node.references = references;
  const words = wordsOf(facets);
  if (words.length > 0) node.words = words;
  node.kinds = kindsOf(facets);
  if (first("x-id")) node.id = first("x-id");

  const keys = new Map();
  for (const facet of facets)
    for (const [key, schema] of Object.entries(facet.schema.properties ?? {}))
      if (schema !== false) keys.set(key, [...(keys.get(key) ?? []), child(facet, `properties/${key}`, schema)]);
  if (keys.size > 0) node.keys = [...keys].map(([key, found]) => [key, nodeOf(found)]);
  const required = facets
    .filter(({ schema }) => Object.values(schema.properties ?? {}).some(isSchema))
    .flatMap(({ schema }) => schema.required ?? []);
  if (required.length > 0) node.required = required;
  const alternatives = facets.flatMap(({ schema }) => [schema.oneOf, schema.anyOf]).filter(isAlternatives);
  if (alternatives.length > 0) node.alternatives = alternatives.map((group) => group.map((branch) => branch.required));
  const excludes = facets.flatMap(({ schema }) => excludesOf(schema));
  if (excludes.length > 0) node.excludes = Object.fromEntries(excludes);

  const entries = facets.filter(({ schema }) => isSchema(schema.additionalProperties));
  if (entries.length > 0) {
    node.entries = nodeOf(entries.map((facet) => child(facet, "additionalProperties", facet.schema.additionalProperties)));
    const names = facets.filter(({ schema }) => isSchema(schema.propertyNames));
    const facetsOfNames = names.flatMap((facet) => facetsOf(schemas, child(facet, "propertyNames", facet.schema.propertyNames)));
    const firstOfNames = (key) => facetsOfNames.find(({ schema }) => schema[key] !== undefined)?.schema[key];
    node.entryKey = {
      id: firstOfNames("x-id"),
      kind: firstOfNames("x-key"),
      references: firstOfNames("x-reference") && [firstOfNames("x-reference")].flat(),
      expected: firstOfNames("x-expected"),
    };
  }
  const lists = facets.filter(({ schema }) => isSchema(schema.items));
  if (lists.length > 0) node.list = nodeOf(lists.map((facet) => child(facet, "items", facet.schema.items)));
  return node;
}

/** Only where the place is nothing but the part: not where a name may stand for it. */
function partOf(schemas, places) {
  const [place, ...others] = places;
  if (others.length > 0) return undefined;
  const { schema, file } = place;
  if (schema["x-part"] !== undefined || schema.$ref === undefined) return schema["x-part"];
  return partOf(schemas, [resolveRef(schemas, file, schema.$ref)]);
}

const child = ({ file, pointer }, step, schema) => ({ file, pointer: `${pointer}/${step}`, schema });
const isSchema = (value) => typeof value === "object" && value !== null;
const isAlternatives = (value) => Array.isArray(value) && value.every((branch) => Object.keys(branch).join() === "required");

/** A schema and all that describe the same place: what it refers to and the branches of its unions and conditions, the outermost first. */
function facetsOf(schemas, place, seen = new Set()) {
  const name = `${place.file}#${place.pointer}`;
  if (seen.has(name)) return [];
  seen.add(name);
  const { schema } = place;
  const found = [place];
  const follow = (next) => found.push(...facetsOf(schemas, next, seen));
  if (schema.$ref !== undefined) follow(resolveRef(schemas, place.file, schema.$ref));
  for (const word of ["anyOf", "oneOf", "allOf"])
    if (!isAlternatives(schema[word]))
      for (const [index, branch] of (schema[word] ?? []).entries()) follow(child(place, `${word}/${index}`, branch));
  for (const word of ["then", "else"]) if (isSchema(schema[word])) follow(child(place, word, schema[word]));
  return found;
}

function wordsOf(facets) {
  const words = facets.flatMap(({ schema }) => [
    ...(schema.enum ?? []).map((word, index) => ({ word: String(word), description: schema.enumDescriptions?.[index] ?? "" })),
    ...Object.entries(schema["x-words"] ?? {}).map(([word, description]) => ({ word, description })),
  ]);
  return words.filter(({ word }, index) => words.findIndex((other) => other.word === word) === index);
}

function kindsOf(facets) {
  const kinds = new Set();
  for (const { schema } of facets) {
    if (schema.format === "formula") kinds.add("formula");
    else if (schema.enum) kinds.add("word");
    else for (const type of [schema.type ?? []].flat()) kinds.add(type === "string" && schema["x-reference"] ? "name" : KIND_OF_TYPE[type]);
  }
  if (kinds.has("formula")) return ["formula"];
  return [...kinds];
}

const KIND_OF_TYPE = { string: "text", number: "number", integer: "whole number", boolean: "truth", array: "list", object: "map" };

/** Keys that may not stand beside another one, with that other key. */
function excludesOf(schema) {
  const excluded = Object.entries(schema.then?.properties ?? {}).filter(([, value]) => value === false);
  const others = [schema.if?.required ?? [], ...(schema.if?.anyOf ?? []).map((branch) => branch.required)].flat();
  return excluded.map(([key]) => [key, others]);
}

/** A value as a researcher would write it on one line of YAML. */
function printValue(value) {
  const document = new Document(withNumericKeys(value));
  visit(document, {
    Node(_, node) {
      if (isCollection(node)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** Codes such as 1 are written without quotes. */
function withNumericKeys(value) {
  if (Array.isArray(value)) return value.map(withNumericKeys);
  if (!isSchema(value)) return value;
  return new Map(Object.entries(value).map(([key, member]) => [/^-?\d+$/.test(key) ? Number(key) : key, withNumericKeys(member)]));
}
