import { divide, total } from "../../number/arithmetic.ts";
import { exact } from "../../number/exact.ts";
import { combined } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, numbersThere } from "./need.ts";

export const mean: FormulaFunction = {
  name: "mean",
  summary: "the arithmetic mean of the values",
  help: "Missing when any value is missing. With need= it is the mean of the values that are there, if there are enough.",
  example: "mean(ose1..ose6, need=4)",
  parameters: [{ name: "values", summary: "numbers, spans or lists", accepts: "numbers", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `the mean of ${call.list}${call.need}`,
  range: combined("mean"),
  type: () => NUMBER,
  evaluate: (call) => {
    const numbers = numbersThere(call.values(), call.option("need"));
    return numbers === null ? null : (divide(total(numbers), exact(numbers.length)) ?? null);
  },
};
