import { printValue } from "../printValue.ts";
import { WRITING } from "../range/gatherings/running.ts";
import { TEXT } from "../type.ts";
import type { FormulaFunction } from "./function.ts";
import { allValues } from "./need.ts";

export const concat: FormulaFunction = {
  name: "concat",
  summary: "the values written one after another as a text: a profile such as 11231",
  help: "Numbers are written in their shortest form, options by their codes. Missing when any value is missing: coalesce(mobility, 9) puts a sign in its place.",
  example: "concat(mobility, self_care, usual_activities, pain, anxiety)",
  parameters: [{ name: "values", summary: "values, spans or lists", accepts: "values", many: true }],
  named: [],
  memberwise: false,
  words: (call) => `${call.list} written one after another`,
  range: { kind: "gathered", gathering: () => WRITING },
  type: () => TEXT,
  evaluate: (call) => {
    const values = allValues(call.values());
    return values.includes(null) ? null : values.map(printValue).join("");
  },
};
