import type { Text } from "../model/instrument.ts";

/** A text in a language, or in the document's own where it has no words in that one. */
export function wordsIn(text: Text | undefined, language: string | undefined): string | undefined {
  return language === undefined ? text?.own : (text?.languages.get(language) ?? text?.own);
}
