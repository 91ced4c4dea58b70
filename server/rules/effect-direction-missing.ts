import { predictorRange } from "../evidence/predictorRange.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "effect-direction-missing",
  severity: "error",
  summary: "A result does not say whether it is for an increase or a decrease of the predictor.",
  looksAt: "effect",
  *check({ value: effect }, context) {
    if (effect.change !== undefined || effect.estimate === undefined || effect.predictor === undefined) return;
    // A word that is none of the two has a finding of its own.
    if (fieldOf(effect, "change")) return;
    const range = predictorRange(effect, context);
    // Between the two values of a yes or no there is only one way.
    if (effect.per === undefined && (!range || range.high.sub(range.low).compare(1) <= 0)) return;
    yield {
      at: context.at.name(effect),
      message: `"${effect.id}" does not say for which change of "${effect.predictor}" it is: add "change: increase" or "change: decrease"`,
    };
  },
});
