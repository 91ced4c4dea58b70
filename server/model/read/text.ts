import { keptWith } from "../../keptWith.ts";
import type { Field } from "../../syntax/outline.ts";
import type { Node } from "../../syntax/tree.ts";
import type { Text } from "../instrument.ts";
import { fieldsIn, type Reading, wordIn } from "./reader.ts";

const NONE: ReadonlyMap<string, string> = new Map();

/** A text: a string, or a map from language to string of which the first is the document's own. */
export function readText(reading: Reading, field: Field | undefined): Text | undefined {
  const text = field && textOf(reading, field);
  if (field && text) NODES.set(text, field.value);
  return text;
}

const NODES = keptWith<Text, Node>();

/** Where a text was read from: what tells it from another text with the same words. */
export function nodeOfText(text: Text): Node | undefined {
  return NODES.get(text);
}

function textOf(reading: Reading, field: Field): Text | undefined {
  const own = wordIn(reading, field);
  if (own !== undefined) return { own, languages: NONE };
  const languages = new Map<string, string>();
  for (const entry of fieldsIn(reading, field) ?? []) {
    const word = wordIn(reading, entry);
    if (word !== undefined) languages.set(entry.name, word);
  }
  const first = languages.values().next();
  return first.done ? undefined : { own: first.value, languages };
}
