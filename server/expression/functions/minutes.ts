import { exact } from "../../number/exact.ts";
import { spread } from "../range/functionRange.ts";
import { MONTH } from "../range/operations/arithmetic.ts";
import { inUnits } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { lengthInMinutes } from "./lengthInMinutes.ts";

export const minutes: FormulaFunction = {
  name: "minutes",
  summary: "a duration in minutes; a clock time in minutes since midnight",
  help: "One clock time minus another is a duration that runs forward through midnight. A month counts as an average month of the calendar. Of a span or list it works member by member.",
  example: "minutes(rise - bed)",
  parameters: [{ name: "time", summary: "a duration or a clock time", accepts: "clock" }],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(0)} in minutes`,
  range: spread(inUnits(exact(1), MONTH), (result) => result),
  type: () => NUMBER,
  evaluate: (call) => lengthInMinutes(call.value(0)),
};
