import { decided } from "../range/functionRange.ts";
import { any as anyOf, truthOf } from "../truth.ts";
import { TRUTH } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { allValues, NEED, valuesThere } from "./need.ts";

export const any: FormulaFunction = {
  name: "any",
  summary: "true when at least one of the conditions is true",
  help: "Three-valued: one true condition decides, whatever is missing; otherwise a missing condition makes it missing. With need= the conditions that are missing are left out, if enough are there.",
  example: "any(phq1 >= 2, phq2 >= 2)",
  parameters: [{ name: "conditions", summary: "conditions, spans or lists of them", accepts: "truths", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `${call.conditions("at least one of", "or")}${call.need}`,
  range: decided(true),
  type: () => TRUTH,
  evaluate: (call) => {
    const values = call.option("need") === undefined ? allValues(call.values()) : valuesThere(call.values(), call.option("need"));
    return values === null ? null : anyOf(values.map(truthOf));
  },
};
