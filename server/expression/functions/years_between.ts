import { exact } from "../../number/exact.ts";
import { completedYears, parseDate } from "../moment.ts";
import { NUMBER } from "../type.ts";
import { type DateValue, isKind, type Value } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const yearsBetween: FormulaFunction = {
  name: "years_between",
  summary: "the whole years completed from one date to another, as an age is counted",
  help: "Negative where the second date is earlier. Whoever is born on 29 February completes a year on 1 March.",
  example: "years_between(born, interviewed)",
  parameters: [
    { name: "from", summary: "a date", accepts: "date" },
    { name: "to", summary: "a date", accepts: "date" },
  ],
  named: [],
  memberwise: true,
  words: (call) => `the completed years from ${call.value(0)} to ${call.value(1)}`,
  type: () => NUMBER,
  evaluate: (call) => {
    const [from, to] = [asDate(call.value(0)), asDate(call.value(1))];
    return from === undefined || to === undefined ? null : exact(completedYears(from, to));
  },
};

function asDate(value: Value): DateValue | undefined {
  if (typeof value === "string") return parseDate(value);
  return isKind(value, "date") ? value : undefined;
}
