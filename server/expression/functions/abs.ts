import { absolute } from "../../number/arithmetic.ts";
import { spread } from "../range/functionRange.ts";
import { ABSOLUTE } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import { isNumber } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const abs: FormulaFunction = {
  name: "abs",
  summary: "the value without its sign",
  help: "Of a span or list it works member by member.",
  example: "sum(abs(expected_1..expected_10 - actual_1..actual_10))",
  parameters: [{ name: "x", summary: "a number, or a span or list of numbers", accepts: "number" }],
  named: [],
  memberwise: true,
  words: (call) => `the absolute value of ${call.value(0)}`,
  range: spread(ABSOLUTE, (result) => [result, result.neg()]),
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    return isNumber(x) ? absolute(x) : null;
  },
};
