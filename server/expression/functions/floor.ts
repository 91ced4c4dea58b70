import { floor as below } from "../../number/arithmetic.ts";
import { spread } from "../range/functionRange.ts";
import { FLOOR } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import { isNumber } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const floor: FormulaFunction = {
  name: "floor",
  summary: "the greatest whole number that is not above the value",
  help: "floor(-2.5) is -3. Of a span or list it works member by member.",
  example: "floor(total / 2)",
  parameters: [{ name: "x", summary: "a number, or a span or list of numbers", accepts: "number" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(0)} rounded down to a whole number`,
  range: spread(FLOOR),
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    return isNumber(x) ? below(x) : null;
  },
};
