import type { Naming } from "../expression/describe.ts";
import { languageOf } from "../language/language.ts";
import { ENGLISH, fill } from "../language/phrases.ts";
import type { View } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

const LONGEST = 60;

/** Items and scores called by their wordings, long ones cut at a word. */
export function namingByWording({ instrument, language = instrument.metadata.language ?? "en" }: View, phrases = ENGLISH): Naming {
  const isolates = languageOf(language).direction === "rtl";
  return (id) => {
    const text = instrument.items.get(id)?.stem ?? instrument.scores.get(id)?.label;
    if (text === undefined) {
      return id;
    }
    const words = fill(phrases.conditions?.quoted ?? "“{label}”", { label: cut(wordsIn(text, language) ?? id) });
    // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE keep a wording from right to left together within a sentence of another direction.
    return isolates ? `\u2068${words}\u2069` : words;
  };
}

function cut(text: string): string {
  // An answer that is piped in is not known here.
  const words = text
    .replace(/\{[a-z][a-z0-9_]*\}/g, "…")
    .replace(/\s+/g, " ")
    .trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}
