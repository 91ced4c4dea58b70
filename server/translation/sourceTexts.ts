import type { Reading } from "../model/read/reader.ts";
import { valuePlace } from "../model/read/reader.ts";
import { readText } from "../model/read/text.ts";
import type { Field } from "../syntax/outline.ts";
import type { Place } from "../syntax/place.ts";
import type { Node } from "../syntax/tree.ts";
import { textsIn } from "./walk.ts";

/** A text of a document that is to be translated. */
export interface SourceText {
  readonly path: readonly string[];
  /** The path as one word: the name of the text in a translation, in messages and in exchange files. */
  readonly key: string;
  /** The words in the document's own language. */
  readonly words: string;
  /** The languages that the document itself gives the text in. */
  readonly languages: ReadonlyMap<string, string>;
  readonly node: Node;
  readonly at: Place;
}

/** All texts of a document in file order; empty ones, and those without a letter, have nothing to translate. */
export function sourceTexts(reading: Reading, fields: readonly Field[], language: string | undefined): readonly SourceText[] {
  return textsIn(reading, fields).flatMap(({ path, field }): readonly SourceText[] => {
    const text = readText(reading, field);
    if (text === undefined) return [];
    const words = (language === undefined ? undefined : text.languages.get(language)) ?? text.own;
    if (!/\p{L}/u.test(words)) return [];
    return [{ path, key: keyOf(path), words, languages: text.languages, node: field.value, at: valuePlace(field) }];
  });
}

/** A path as one word; a key that holds a dot or a blank of its own keeps it readable by an escape. */
export function keyOf(path: readonly string[]): string {
  return path
    .map((step) => step.replace(/[^\p{L}\p{N}_-]/gu, (character) => `:${(character.codePointAt(0) ?? 0).toString(16)}:`))
    .join(".");
}
