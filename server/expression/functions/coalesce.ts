import { COALESCING } from "../range/gatherings/choosing.ts";
import { UNKNOWN, unify, wordsFor } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const coalesce: FormulaFunction = {
  name: "coalesce",
  summary: "the first of the values that is not missing",
  help: "Missing only where all are. Putting 0 for a missing answer makes the score of those who skip too low: a score's `missing` rule is nearly always what is meant. Of a span or list it works member by member.",
  example: "coalesce(count(reasons), 0)",
  parameters: [{ name: "values", summary: "values in the order they are tried", accepts: "value", many: true }],
  named: [],
  memberwise: true,
  words: (call) => Array.from({ length: call.size }, (_, index) => call.value(index)).join(", or where that is missing "),
  range: { kind: "gathered", gathering: () => COALESCING },
  type: ({ types, mismatch }) => {
    const type = unify(types);
    if (type !== undefined) return type;
    const [first = UNKNOWN] = types;
    const other = types.findIndex((_, index) => unify(types.slice(0, index + 1)) === undefined);
    mismatch(other, `all values must be of one kind: the first is ${wordsFor(first)}, this is ${wordsFor(types[other] ?? UNKNOWN)}`);
    return UNKNOWN;
  },
  evaluate: (call) => {
    for (let index = 0; index < call.size; index++) {
      const value = call.value(index);
      if (value !== null) return value;
    }
    return null;
  },
};
