import { add } from "../../number/arithmetic.ts";
import { type Exact, exact, ONE, ZERO } from "../../number/exact.ts";
import { combined } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import { isKind, type Value } from "../value.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, valuesThere } from "./need.ts";

export const count: FormulaFunction = {
  name: "count",
  summary: "how many of the conditions are true; of a multiple response, how many options are ticked",
  help: "Missing when any condition is missing, unless need= is given. A multiple response left blank is missing: coalesce(count(reasons), 0) says otherwise.",
  example: "count(phq1..phq8 >= 2, phq9 >= 1)",
  parameters: [
    { name: "conditions", summary: "conditions, spans or lists of them, or a multiple response", accepts: "truths", many: true },
  ],
  named: [NEED],
  memberwise: false,
  words: (call) => {
    if (call.ticked) return `the number of options ticked in ${call.list}`;
    const conditions = call.conditions("one of", "or");
    return `the number of times that ${call.size > 1 ? `(${conditions})` : conditions}${call.need}`;
  },
  range: combined("sum", true),
  type: () => NUMBER,
  evaluate: (call) =>
    valuesThere(call.values(), call.option("need"))?.reduce<Exact>((counted, value) => add(counted, weightOf(value)), ZERO) ?? null,
};

function weightOf(value: Value): Exact {
  if (isKind(value, "codes")) return exact(value.codes.length);
  return value === true ? ONE : ZERO;
}
