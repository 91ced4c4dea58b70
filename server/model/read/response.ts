import { keptWith } from "../../keptWith.ts";
import type { Exact } from "../../number/exact.ts";
import { parseExact } from "../../number/exact.ts";
import type { Field } from "../../syntax/outline.ts";
import type { Node } from "../../syntax/tree.ts";
import type { Option, Response, ResponseType, Text } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { readFormula } from "./formula.ts";
import { choiceIn, fieldsIn, find, follow, inner, listIn, numberIn, numberOf, type Reading, truthIn, wordIn } from "./reader.ts";
import { readText } from "./text.ts";

const TYPES: readonly ResponseType[] = [
  "choice",
  "multiple",
  "rating",
  "vas",
  "integer",
  "decimal",
  "text",
  "date",
  "time",
  "duration",
  "rank",
  "allocate",
  "file",
];

/** The responses that were read where they are written and named (`&agree5`), for those that only name them. */
const NAMED = keptWith<Node, Response>();

/** A response from its map. `id` is its name under `responses`; without one it stands inline, and where it is an alias of another there, it is that one. */
export function readResponse(reading: Reading, field: Field, id?: string): Response | undefined {
  const named = field.value.kind === "alias" ? NAMED.get(follow(reading, field.segment, field.value).node) : undefined;
  if (named && id === undefined) return named;
  const fields = fieldsIn(reading, field);
  if (!fields) return undefined;
  const response = named ? { ...named, id } : responseOf(reading, fields, id);
  setOrigin(response, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  if (field.value.kind === "mapping" && field.value.anchor && !holdsAlias(field.value)) NAMED.set(field.value, response);
  return response;
}

function responseOf(reading: Reading, fields: readonly Field[], id: string | undefined): Response {
  const options = inner(reading, fields, "options").map((option) => readOption(reading, option));
  const from = numberIn(reading, find(fields, "from"));
  const to = numberIn(reading, find(fields, "to"));
  const type =
    choiceIn(reading, find(fields, "type"), TYPES) ??
    (options.length > 0 ? "choice" : from || to ? "rating" : find(fields, "type") ? "text" : "choice");
  return {
    id,
    type,
    options,
    from,
    to,
    step: numberIn(reading, find(fields, "step")),
    min: numberIn(reading, find(fields, "min")),
    max: numberIn(reading, find(fields, "max")),
    total: numberIn(reading, find(fields, "total")),
    unit: readText(reading, find(fields, "unit")),
    anchors: textsByName(reading, find(fields, "anchors")),
    bands: intervals(reading, find(fields, "bands")),
    randomise: truthIn(reading, find(fields, "randomise")) ?? false,
    unable: unable(reading, find(fields, "unable")),
  };
}

/** Whether something inside is written elsewhere, so that it may change while this does not. */
function holdsAlias(node: Node): boolean {
  if (node.kind === "mapping") return node.pairs.some(({ key, value }) => holdsAlias(key) || holdsAlias(value));
  return node.kind === "sequence" ? node.items.some(holdsAlias) : node.kind === "alias";
}

export function wholeOf(field: Field): { start: number; end: number } {
  return field.value.end > field.value.start ? field.value : field.key;
}

function readOption(reading: Reading, field: Field): Option {
  const fields = fieldsIn(reading, field);
  const number = field.key.kind === "scalar" && field.key.style === "plain" ? parseExact(field.key.text) : undefined;
  const option: Option = {
    code: field.name,
    number,
    label: fields ? (readText(reading, find(fields, "label")) ?? languagesOf(reading, field)) : readText(reading, field),
    score: numberIn(reading, find(fields, "score")),
    missing: truthIn(reading, find(fields, "missing")) ?? false,
    exclusive: truthIn(reading, find(fields, "exclusive")) ?? false,
    when: readFormula(reading, find(fields, "when")),
    other: truthIn(reading, find(fields, "other")) ?? false,
    fixed: truthIn(reading, find(fields, "fixed")) ?? false,
    preselected: truthIn(reading, find(fields, "preselected")) ?? false,
  };
  setOrigin(option, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: fields ?? [{ ...field, name: "label" }] });
  return option;
}

const OPTION_KEYS = new Set(["label", "score", "missing", "exclusive", "when", "other", "fixed", "preselected"]);

/** `1: {en: Yes, cy: Ie}`: a label in several languages in the place of the option's keys. */
function languagesOf(reading: Reading, field: Field): Text | undefined {
  const fields = fieldsIn(reading, field) ?? [];
  return fields.some((entry) => OPTION_KEYS.has(entry.name)) ? undefined : readText(reading, field);
}

export function textsByName(reading: Reading, field: Field | undefined): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  for (const entry of fieldsIn(reading, field) ?? []) {
    const text = readText(reading, entry);
    if (text) texts.set(entry.name, text);
  }
  return texts;
}

function intervals(reading: Reading, field: Field | undefined): ReadonlyMap<string, readonly [Exact, Exact]> {
  const bands = new Map<string, readonly [Exact, Exact]>();
  for (const entry of fieldsIn(reading, field) ?? []) {
    const [low, high] = pairIn(reading, entry);
    if (low && high) bands.set(entry.name, [low, high]);
  }
  return bands;
}

/** The two numbers of `[low, high]`; one number counts for both. */
export function pairIn(reading: Reading, field: Field | undefined): readonly [Exact | undefined, Exact | undefined] {
  const nodes = listIn(reading, field).map(({ segment, node }) => numberOf(follow(reading, segment, node).node));
  return nodes.length === 1 ? [nodes[0], nodes[0]] : [nodes[0], nodes[1]];
}

function unable(reading: Reading, field: Field | undefined): Response["unable"] {
  const fields = fieldsIn(reading, field);
  const code = wordIn(reading, find(fields, "code"));
  if (!field || !fields || code === undefined) return undefined;
  const made = { code, label: readText(reading, find(fields, "label")) };
  setOrigin(made, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return made;
}
