import { decided } from "../range/functionRange.ts";
import { all as allOf, truthOf } from "../truth.ts";
import { TRUTH } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { allValues, NEED, valuesThere } from "./need.ts";

export const all: FormulaFunction = {
  name: "all",
  summary: "true when every one of the conditions is true",
  help: "Three-valued: one false condition decides, whatever is missing; otherwise a missing condition makes it missing. With need= the conditions that are missing are left out, if enough are there.",
  example: "all(answered(phq1..phq9))",
  parameters: [{ name: "conditions", summary: "conditions, spans or lists of them", accepts: "truths", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `${call.conditions("each of", "and")}${call.need}`,
  range: decided(false),
  type: () => TRUTH,
  evaluate: (call) => {
    const values = call.option("need") === undefined ? allValues(call.values()) : valuesThere(call.values(), call.option("need"));
    return values === null ? null : allOf(values.map(truthOf));
  },
};
