import { ONE } from "../../number/exact.ts";
import { ROUNDING_MODES, type RoundingMode, roundTo } from "../../number/round.ts";
import type { Options } from "../range/functionRange.ts";
import { rounding, type Spread } from "../range/operations/ofNumber.ts";
import { NUMBER } from "../type.ts";
import { isNumber } from "../value.ts";
import type { FormulaFunction, Option } from "./function.ts";

export const round: FormulaFunction = {
  name: "round",
  summary: "the value rounded to a step",
  help: "The mode has no default, because programs differ at ties: of 2.5 half_up gives 3 (most manuals, JavaScript), half_even 2 (R), half_away 3 and of -2.5 -3 (SPSS, Excel); down and up go to the next step below or above. Of a span or list it works member by member.",
  example: "round(total / 3, to=0.5, mode=half_up)",
  parameters: [{ name: "x", summary: "a number, or a span or list of numbers", accepts: "number" }],
  named: [
    { name: "to", summary: "the step: 1 (the default), 0.5, 0.001", accepts: "step", words: [], required: false },
    { name: "mode", summary: "half_up, half_even, half_away, down or up", accepts: "word", words: ROUNDING_MODES, required: true },
  ],
  memberwise: true,
  words: (call) =>
    `${call.value(0)} rounded to a multiple of ${call.option("to") ?? "1"} (${(call.option("mode") ?? "").replace("_", " ")})`,
  range: { kind: "each", spread: rounded },
  type: () => NUMBER,
  evaluate: (call) => {
    const x = call.value(0);
    const step = call.option("to") ?? ONE;
    const mode = call.option("mode");
    return isNumber(x) && isMode(mode) && typeof step === "object" && !("share" in step) ? roundTo(x, step, mode) : null;
  },
};

function isMode(option: Option | undefined): option is RoundingMode {
  return ROUNDING_MODES.some((mode) => mode === option);
}

function rounded(options: Options): Spread | undefined {
  const step = options("to") ?? ONE;
  const mode = options("mode");
  return isMode(mode) && typeof step === "object" && !("share" in step) && step.s > 0n && step.n !== 0n ? rounding(step, mode) : undefined;
}
