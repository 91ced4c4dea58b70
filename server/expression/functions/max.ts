import { compare } from "../../number/arithmetic.ts";
import { combined } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, numbersThere } from "./need.ts";

export const max: FormulaFunction = {
  name: "max",
  summary: "the greatest of the values",
  help: "Missing when any value is missing. With need= it is the greatest of the values that are there, if there are enough.",
  example: "max(anxiety, depression)",
  parameters: [{ name: "values", summary: "numbers, spans or lists", accepts: "numbers", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `the greatest of ${call.list}${call.need}`,
  range: combined("max"),
  type: () => NUMBER,
  evaluate: (call) => {
    const numbers = numbersThere(call.values(), call.option("need"));
    if (numbers === null || numbers.length === 0) return null;
    return numbers.reduce((greatest, number) => (compare(number, greatest) > 0 ? number : greatest));
  },
};
