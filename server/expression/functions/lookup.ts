import { EACH } from "../range/functionRange.ts";
import { NUMBER } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const lookup: FormulaFunction = {
  name: "lookup",
  summary: "the value that a table of the document gives for a number",
  help: "Missing where no row of the table holds the number. A table with `by` reads its covariates by itself. Of a span or list it works member by member.",
  example: "lookup(raw, swemwbs)",
  parameters: [
    { name: "x", summary: "the number that is looked up", accepts: "number" },
    { name: "table", summary: "the name of a table", accepts: "table" },
  ],
  named: [],
  memberwise: true,
  words: (call) => `the value for ${call.value(0)} in the table ${call.value(1)}`,
  range: EACH,
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    return x === null ? null : (call.lookup?.(x) ?? null);
  },
};
