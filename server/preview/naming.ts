import type { Naming } from "../expression/describe.ts";
import { languageOf } from "./language.ts";
import type { View } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

const LONGEST = 60;

/** Items and scores called by their wordings, long ones cut at a word. */
export function namingByWording({ instrument, language = instrument.metadata.language ?? "en" }: View): Naming {
  const isolates = languageOf(language).direction === "rtl";
  return (id) => {
    const text = instrument.items.get(id)?.stem ?? instrument.scores.get(id)?.label;
    if (text === undefined) {
      return id;
    }
    const words = `“${cut(wordsIn(text, language) ?? id)}”`;
    // FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE keep a wording from right to left together within an English sentence.
    return isolates ? `\u2068${words}\u2069` : words;
  };
}

function cut(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}
