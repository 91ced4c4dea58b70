import { predictorRange } from "../evidence/predictorRange.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "effect-unit-exceeds-range",
  severity: "error",
  summary: "A result is given for a difference that the predictor cannot have.",
  looksAt: "effect",
  *check({ value: effect }, context) {
    const range = effect.per && predictorRange(effect, context);
    if (!effect.per || !range) return;
    const width = range.high.sub(range.low);
    if (effect.per.abs().compare(width) <= 0) return;
    yield {
      at: context.at.value(effect, "per"),
      message: `no two people differ by ${printExact(effect.per)} on "${effect.predictor}": it runs from ${printExact(range.low)} to ${printExact(range.high)}, a width of ${printExact(width)}`,
    };
  },
});
