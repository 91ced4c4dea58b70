import { fieldsIn, find, keyPlace, type Reading, scalarIn, valuePlace, wordIn } from "../model/read/reader.ts";
import type { Field } from "../syntax/outline.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import { keyOf } from "./sourceTexts.ts";
import { textsIn } from "./walk.ts";

export type Status = "draft" | "reviewed" | "approved";
export const STATUSES: readonly Status[] = ["draft", "reviewed", "approved"];

/** One text of a translation, as it is written. */
export interface TranslatedText {
  readonly path: readonly string[];
  readonly key: string;
  /** Empty where nothing is written yet. */
  readonly words: string;
  readonly status?: Status;
  /** The words, or the key where there are none. */
  readonly at: Place;
  readonly keyAt: Place;
  /** Where the status stands. */
  readonly statusAt?: Place;
  readonly field: Field;
}

/** A document of kind `translation`. */
export interface Translation {
  readonly language: string;
  /** The path of the document that it translates. */
  readonly of?: string;
  readonly texts: readonly TranslatedText[];
}

export function readTranslation(reading: Reading, fields: readonly Field[]): Translation {
  return {
    language: wordIn(reading, fields[0]) ?? "",
    of: wordIn(reading, find(fields, "of")),
    texts: textsIn(reading, fields).map(({ path, field, among }): TranslatedText => {
      const inner = fieldsIn(reading, field);
      const text = inner === undefined ? field : find(inner, "text");
      // `{text: …, status: …}` of an item says the status of its stem.
      const isStem = inner === undefined && path.at(-1) === "text" && field.name === "text";
      const status = inner === undefined ? (isStem ? find(among, "status") : undefined) : find(inner, "status");
      const word = wordIn(reading, status);
      return {
        path,
        key: keyOf(path),
        words: text === undefined ? "" : (wordIn(reading, text) ?? ""),
        status: STATUSES.find((one) => one === word),
        at: text === undefined ? valuePlace(field) : placeOfWords(reading, text),
        keyAt: keyPlace(field),
        statusAt: status && valuePlace(status),
        field,
      };
    }),
  };
}

function placeOfWords(reading: Reading, text: Field): Place {
  const scalar = scalarIn(reading, text);
  return scalar && scalar.node.end > scalar.node.start ? placeIn(text.segment, text.value) : valuePlace(text);
}
