import { squareRoot } from "../../number/root.ts";
import { spread } from "../range/functionRange.ts";
import { SQUARE_ROOT } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import { isNumber } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const sqrt: FormulaFunction = {
  name: "sqrt",
  summary: "the square root",
  help: "Exact where the root is a fraction, otherwise correctly rounded to 40 significant digits; missing of a negative number. Of a span or list it works member by member.",
  example: "sqrt(sum((expected_1..expected_10 - actual_1..actual_10)^2))",
  parameters: [{ name: "x", summary: "a number, or a span or list of numbers", accepts: "number" }],
  named: [],
  memberwise: true,
  words: (call) => `the square root of ${call.value(0)}`,
  range: spread(SQUARE_ROOT),
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    return isNumber(x) ? (squareRoot(x)?.value ?? null) : null;
  },
};
