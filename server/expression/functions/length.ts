import { exact } from "../../number/exact.ts";
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
  type: () => NUMBER,
  evaluate: (call) => {
    const text = call.value(0);
    return typeof text === "string" ? exact([...CHARACTERS.segment(text)].length) : null;
  },
};

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
