import { presence } from "../range/functionRange.ts";
import { TRUTH } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const answered: FormulaFunction = {
  name: "answered",
  summary: "true when the item has an answer that counts",
  help: "A blank, an option marked missing and a value outside the response do not count. Of a span or list it works member by member: count(answered(phq1..phq9)) is the number of answers.",
  example: "all(answered(phq1..phq9))",
  parameters: [{ name: "item", summary: "an item, or a span or list of items", accepts: "value" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.subject(0)} is answered`,
  range: presence(true),
  type: () => TRUTH,
  evaluate: (call) => call.value(0) !== null,
};
