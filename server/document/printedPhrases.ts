import { type PhraseKey, type Phrases, phrasesFor } from "../language/phrases.ts";
import type { Run, Runs } from "./block.ts";

export type Values = Readonly<Record<string, string | number | Runs>>;

/** The tool's own words as they are printed, each stretch with its language. */
export interface PrintedPhrases extends Phrases {
  say(key: PhraseKey, values?: Values, style?: Run["style"]): Runs;
  /** Words made of phrases, in the language of the phrases. */
  run(text: string, style?: Run["style"]): Run;
}

export function printedPhrases(tag: string): PrintedPhrases {
  const phrases = phrasesFor(tag);
  const run = (text: string, style?: Run["style"]): Run => ({ text, style, language: phrases.language });
  return {
    ...phrases,
    run,
    say: (key, values = {}, style) =>
      phrases.pieces(key).flatMap((piece): Runs => {
        if ("words" in piece) return [run(piece.words, style)];
        const value = values[piece.place];
        if (typeof value === "object") return value.map((one) => ({ ...one, style: one.style ?? style }));
        return value === undefined || value === "" ? [] : [run(String(value), style)];
      }),
  };
}
