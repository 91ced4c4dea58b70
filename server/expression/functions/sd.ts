import { divide, multiply, subtract, total } from "../../number/arithmetic.ts";
import { exact } from "../../number/exact.ts";
import { squareRoot } from "../../number/root.ts";
import { neededOf } from "../range/functionRange.ts";
import { spreading } from "../range/gatherings/spreading.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { NEED, numbersThere } from "./need.ts";

export const sd: FormulaFunction = {
  name: "sd",
  summary: "the standard deviation of the values",
  help: "The sample standard deviation, with n - 1 under the sum of squares, as sd() of R, SPSS and STDEV.S of Excel. Missing of fewer than two values. A root that is no fraction is given to 40 digits.",
  example: "sd(phq1..phq9, need=half)",
  parameters: [{ name: "values", summary: "numbers, spans or lists", accepts: "numbers", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `the standard deviation of ${call.list}${call.need}`,
  range: { kind: "gathered", gathering: (size, options) => spreading(size, neededOf(options, size)) },
  type: () => NUMBER,
  evaluate: (call) => {
    const numbers = numbersThere(call.values(), call.option("need"));
    if (numbers === null || numbers.length < 2) return null;
    const sum = total(numbers);
    const squares = total(numbers.map((number) => multiply(number, number)));
    const around = subtract(squares, multiply(multiply(sum, sum), exact(1, numbers.length)));
    const variance = divide(around, exact(numbers.length - 1));
    return (variance && squareRoot(variance)?.value) ?? null;
  },
};
