import { agreesWithP, impliedP, middleOf, type PrintedEffect } from "../evidence/effectStatistics.ts";
import { printedNumber, printedP } from "../evidence/printedNumber.ts";
import type { Effect } from "../model/instrument.ts";
import { type Context, type Finding, rule } from "./rule.ts";

export default rule({
  code: "effect-inconsistent",
  severity: "error",
  summary: "An estimate, its confidence interval and its P value contradict each other.",
  looksAt: "effect",
  *check({ value: effect }, context) {
    const { at, source } = context;
    if (!effect.ci95) return;
    const [low, high] = effect.ci95;
    const interval = at.value(effect, "ci95");
    if (low.gt(high)) {
      yield { at: interval, message: "the lower end of the interval is above the upper end" };
      return;
    }
    const ratio = RATIOS.has(effect.measure);
    if (ratio && low.compare(0) < 0) {
      yield { at: interval, message: `the interval of ${WORDS[effect.measure]} lies above 0` };
      return;
    }
    if (!effect.estimate) return;
    if (effect.estimate.lt(low) || effect.estimate.gt(high)) {
      yield { at: at.value(effect, "estimate"), message: `${written(effect, context, "estimate")} lies outside its interval` };
      return;
    }
    const numbers = [at.value(effect, "estimate"), at.value(effect, "ci95", 0), at.value(effect, "ci95", 1)].map((place) =>
      printedNumber(source(place)),
    );
    const [estimate, from, to] = numbers;
    // An end that was rounded to 0 says nothing of where the middle of a ratio is.
    if (!estimate || !from || !to || low.equals(high) || (ratio && (low.n === 0n || effect.estimate.n === 0n))) return;
    yield* compared(effect, { ratio, estimate, low: from, high: to }, context);
  },
});

function* compared(effect: Effect, printed: PrintedEffect, context: Context): Generator<Finding> {
  const { at, source } = context;
  const { middle, agrees } = middleOf(printed);
  const interval = `${source(at.value(effect, "ci95", 0))} to ${source(at.value(effect, "ci95", 1))}`;
  if (!agrees) {
    yield {
      at: at.value(effect, "estimate"),
      message: `the interval ${interval} has its ${printed.ratio ? "geometric mean" : "middle"} at ${Number(middle.toPrecision(3))}, not at ${written(effect, context, "estimate")}`,
    };
    return;
  }
  const p = effect.p === undefined ? undefined : printedP(effect.p);
  if (!p || agreesWithP(printed, p)) return;
  const implied = impliedP(printed).p;
  yield {
    at: at.value(effect, "p"),
    message: `${written(effect, context, "estimate")} with the interval ${interval} implies P ${implied < 0.0001 ? "< 0.0001" : `= ${Number(implied.toPrecision(1))}`}, not ${effect.p}`,
  };
}

const written = (effect: Effect, { at, source }: Context, property: "estimate") => source(at.value(effect, property));

const RATIOS: ReadonlySet<Effect["measure"]> = new Set<Effect["measure"]>(["or", "rr", "hr"]);
const WORDS: Record<Effect["measure"], string> = {
  or: "an odds ratio",
  rr: "a risk ratio",
  hr: "a hazard ratio",
  beta: "a coefficient",
  mean_difference: "a mean difference",
  smd: "a standardised mean difference",
};
