import { printExact } from "../../number/print.ts";
import { EACH } from "../range/functionRange.ts";
import { TRUTH } from "../type.ts";
import { isKind, isNumber } from "../value.ts";
import type { FormulaFunction } from "./function.ts";

export const selected: FormulaFunction = {
  name: "selected",
  summary: "true when an option of a multiple response is ticked",
  help: "Missing where the response is blank.",
  example: 'selected(reasons, "pay")',
  parameters: [
    { name: "item", summary: "an item with a multiple response", accepts: "multiple" },
    { name: "code", summary: "the code of an option", accepts: "code" },
  ],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(1)} is ticked in ${call.subject(0)}`,
  range: EACH,
  type: () => TRUTH,
  evaluate: (call) => {
    const [ticked, code] = [call.value(0), call.value(1)];
    if (!isKind(ticked, "codes") || code === null) return null;
    const text = isNumber(code) ? printExact(code) : code;
    return ticked.codes.some((one) => one === text);
  },
};
