import { presence } from "../range/functionRange.ts";
import { TRUTH } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const missing: FormulaFunction = {
  name: "missing",
  summary: "true when there is no value",
  help: "The opposite of valid: a blank, an option marked missing, a score that does not exist. The word missing without brackets is the missing value itself. Of a span or list it works member by member.",
  example: "missing(leave_past)",
  parameters: [{ name: "x", summary: "a value, or a span or list of values", accepts: "value" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.subject(0)} is missing`,
  range: presence(false),
  type: () => TRUTH,
  evaluate: (call) => call.value(0) === null,
};
