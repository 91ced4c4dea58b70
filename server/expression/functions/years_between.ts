import { exact } from "../../number/exact.ts";
import { completedYears, parseDate } from "../moment.ts";
import { type Atom, NO_TAGS, type Outcome, point } from "../range/atom.ts";
import { spread } from "../range/functionRange.ts";
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
  range: spread(someYears),
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

/** Between two dates of which one may be any day there may be any number of years. */
function someYears(atoms: readonly Atom[]): readonly Outcome[] | undefined {
  if (atoms.some((atom) => atom.kind === "point" && atom.value === null)) return [{ atom: point(null) }];
  const anyDay = atoms.some((atom) => atom.kind === "stretch" && atom.low.value === undefined && atom.high.value === undefined);
  if (!anyDay || atoms.some((atom) => atom.kind === "unknown")) return undefined;
  const end = { open: true, sure: true };
  return [{ atom: { kind: "stretch", measure: "number", low: end, high: end, dense: true, step: exact(1), sure: true, tags: NO_TAGS } }];
}
