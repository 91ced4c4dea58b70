import { EACH } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const scored: FormulaFunction = {
  name: "scored",
  summary: "the scored value of an item: its option's score or key, reversed where the item is reverse-keyed",
  help: "A bare name in a formula is the answer as given. Of a span or list it works member by member; of a score it is the score.",
  example: "mean(scored(pss1..pss10))",
  parameters: [{ name: "items", summary: "the name of an item or score, a span or a list of them", accepts: "scored" }],
  named: [],
  memberwise: true,
  words: (call) => `the score of ${call.value(0)}`,
  range: EACH,
  type: () => NUMBER,
  // The value comes in scored already: only the names say what is to be read.
  evaluate: (call) => call.value(0),
};
