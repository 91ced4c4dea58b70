import { multiply } from "../../number/arithmetic.ts";
import { exact } from "../../number/exact.ts";
import { spread } from "../range/functionRange.ts";
import { MONTH } from "../range/operations/arithmetic.ts";
import { inUnits } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { lengthInMinutes } from "./lengthInMinutes.ts";

export const hours: FormulaFunction = {
  name: "hours",
  summary: "a duration in hours; a clock time in hours since midnight",
  help: "One clock time minus another is a duration that runs forward through midnight. A month counts as an average month of the calendar. Of a span or list it works member by member.",
  example: "hours(rise - bed)",
  parameters: [{ name: "time", summary: "a duration or a clock time", accepts: "clock" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(0)} in hours`,
  range: spread(inUnits(exact(1, 60), MONTH), (result) => multiply(result, exact(60))),
  type: () => NUMBER,
  evaluate: (call) => {
    const length = lengthInMinutes(call.value(0));
    return length === null ? null : multiply(length, exact(1, 60));
  },
};
