import { predictorRange } from "../evidence/predictorRange.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

/** Half of the width or more: hardly any two people differ so much, and the ratio looks larger than what is usual between them. */
export default rule({
  code: "effect-unit-large",
  severity: "warning",
  summary: "A result is given for half of the predictor's range or more.",
  looksAt: "effect",
  *check({ value: effect }, context) {
    const range = effect.per && predictorRange(effect, context);
    if (!effect.per || !range) return;
    const width = range.high.sub(range.low);
    const unit = effect.per.abs();
    // One point is the natural unit, however few points there are.
    if (unit.gt(width) || unit.mul(2).lt(width) || unit.equals(1)) return;
    yield {
      at: context.at.value(effect, "per"),
      message: `${printExact(effect.per)} is ${unit.equals(width) ? "the whole width" : `${share(unit.div(width).valueOf())} of the width`} of "${effect.predictor}", which runs from ${printExact(range.low)} to ${printExact(range.high)} (a width of ${printExact(width)}): few people differ by so much`,
    };
  },
});

const share = (part: number): string => (part === 0.5 ? "half" : `${Math.floor(part * 100)}%`);
