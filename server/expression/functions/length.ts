import { exact } from "../../number/exact.ts";
import { type Atom, NO_TAGS, type Outcome } from "../range/atom.ts";
import { spread } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const length: FormulaFunction = {
  name: "length",
  summary: "the number of characters of a text",
  help: "Counted as a reader counts them: an accented letter and an emoji are one character each. Of a span or list it works member by member.",
  example: "length(comments) > 0",
  parameters: [{ name: "text", summary: "a text", accepts: "text" }],
  named: [],
  memberwise: true,
  words: (call) => `the number of characters of ${call.value(0)}`,
  range: spread(someLength),
  type: () => NUMBER,
  evaluate: (call) => {
    const text = call.value(0);
    characters ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    return typeof text === "string" ? exact([...characters.segment(text)].length) : null;
  },
};

/** Made when a formula asks for it: it takes as long as checking a short document. */
let characters: Intl.Segmenter | undefined;

/** A text that someone wrote has at least one character. */
function someLength([atom]: readonly Atom[]): readonly Outcome[] | undefined {
  if (atom?.kind !== "unknown" || atom.type !== "text") return undefined;
  const low = { value: exact(1), open: false, sure: false };
  return [
    { atom: { kind: "stretch", measure: "number", low, high: { open: true, sure: false }, dense: false, sure: false, tags: NO_TAGS } },
  ];
}
