import { choosing } from "../range/gatherings/choosing.ts";
import { UNKNOWN, unify, wordsFor } from "../type.ts";
import type { FormulaFunction } from "./function.ts";

export const ifFunction: FormulaFunction = {
  name: "if",
  summary: "the second value where the condition is true, the third where it is false",
  help: "Missing where the condition is missing. Only the value that is taken is worked out, so the other one may be missing. Of a span or list it works member by member.",
  example: "if(age >= 65, 1, 0)",
  parameters: [
    { name: "condition", summary: "what decides", accepts: "truth" },
    { name: "value", summary: "taken where the condition is true", accepts: "value" },
    { name: "otherwise", summary: "taken where the condition is false", accepts: "value" },
  ],
  named: [],
  memberwise: true,
  words: (call) => `${call.value(1)} if ${call.condition(0)}, otherwise ${call.value(2)}`,
  range: { kind: "gathered", gathering: choosing },
  type: ({ types: [, value = UNKNOWN, otherwise = UNKNOWN], mismatch }) => {
    const type = unify([value, otherwise]);
    if (type === undefined) mismatch(2, `both values must be of one kind: the first is ${wordsFor(value)}, this is ${wordsFor(otherwise)}`);
    return type ?? UNKNOWN;
  },
  evaluate: (call) => {
    const condition = call.value(0);
    if (typeof condition !== "boolean") return null;
    return call.value(condition ? 1 : 2);
  },
};
