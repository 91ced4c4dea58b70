import { ceil as above } from "../../number/arithmetic.ts";
import { spread } from "../range/functionRange.ts";
import { CEILING } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import { isNumber } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const ceil: FormulaFunction = {
  name: "ceil",
  summary: "the least whole number that is not below the value",
  help: "ceil(-2.5) is -2. Of a span or list it works member by member.",
  example: "ceil(total / 2)",
  parameters: [{ name: "x", summary: "a number, or a span or list of numbers", accepts: "number" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(0)} rounded up to a whole number`,
  range: spread(CEILING),
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    return isNumber(x) ? above(x) : null;
  },
};
