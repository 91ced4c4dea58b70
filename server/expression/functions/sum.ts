import { total } from "../../number/arithmetic.ts";
import { combined } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, numbersThere } from "./need.ts";

export const sum: FormulaFunction = {
  name: "sum",
  summary: "all values added",
  help: "Missing when any value is missing. With need= the values that are there are added, so the missing ones count nothing: where they should count as the person's mean, use a score with `fill: person_mean`.",
  example: "sum(phq1..phq9)",
  parameters: [{ name: "values", summary: "numbers, spans or lists", accepts: "numbers", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `the sum of ${call.list}${call.need}`,
  range: combined("sum"),
  type: () => NUMBER,
  evaluate: (call) => {
    const numbers = numbersThere(call.values(), call.option("need"));
    return numbers === null || numbers.length === 0 ? null : total(numbers);
  },
};
