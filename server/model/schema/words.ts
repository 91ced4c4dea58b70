import type { Path } from "../keys.ts";
import type { KeyNode, ValueKind } from "../keyTable.ts";
import { listed } from "./idProblem.ts";

/** What a message calls the place at the end of `path`: the author's own word where there is one. */
export function subject(node: KeyNode, path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return `the ${node.title.toLowerCase()}`;
  if (typeof last === "string") return `"${last}"`;
  const list = path.findLast((step) => typeof step === "string");
  const which = `${node.title.toLowerCase()} ${last + 1}`;
  return list === undefined ? which : `${which} of "${list}"`;
}

/** What belongs at a place, so that it ends the sentence `must be …`. */
export function belongs(node: KeyNode): string {
  if (node.expected !== undefined) return node.expected;
  if (node.words && node.kinds.every((kind) => kind === "word")) return `one of ${listed(wordsOf(node), "or")}`;
  return listed(
    node.kinds.map((kind) => (kind === "map" ? keysOf(node) : WORDS[kind])),
    "or",
  );
}

export const wordsOf = (node: KeyNode): readonly string[] => node.words?.map(({ word }) => word) ?? [];

const WORDS: Readonly<Record<Exclude<ValueKind, "map">, string>> = {
  text: "text",
  name: "a name",
  word: "a word of the list",
  formula: "a formula",
  number: "a number",
  "whole number": "a whole number",
  truth: "true or false",
  list: "a list",
};

function keysOf(node: KeyNode): string {
  const keys = node.keys?.slice(0, 3).map(([key]) => key) ?? [];
  return keys.length === 0 ? "a group of names, each with its own value" : `a group of keys such as ${listed(keys, "or")}`;
}

/** What was written, so that it ends the sentence `… not …`. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a group of keys";
  if (typeof value === "string") return `"${shortened(value)}"`;
  return String(value);
}

export const shortened = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39)}…`);
