import { presence } from "../range/functionRange.ts";
import { TRUTH } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const valid: FormulaFunction = {
  name: "valid",
  summary: "true when there is a value",
  help: "The same as answered, for anything that is no item: a score, a difference. Of a span or list it works member by member.",
  example: "valid(total)",
  parameters: [{ name: "x", summary: "a value, or a span or list of values", accepts: "value" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.subject(0)} has a value`,
  range: presence(true),
  type: () => TRUTH,
  evaluate: (call) => call.value(0) !== null,
};
