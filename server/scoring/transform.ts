import type { TransformStep } from "../model/instrument.ts";
import { add, divide, multiply, subtract } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";
import type { Lookup } from "./norms.ts";

/** What a step needs besides the value: the table it looks up, or the range of complete answers that it rescales. */
export interface TransformMeans {
  readonly lookup?: Lookup;
  readonly range?: { readonly low: Exact; readonly high: Exact };
}

/**
 * One step of a transform. `rescale` maps the range of complete answers linearly and may run down; `t` is 50 + 10 z and `z` is
 * (value - mean) / sd with the declared mean and standard deviation. Undefined where a table has no row, or nothing can be divided by.
 */
export function transformed(step: TransformStep, value: Exact, means: TransformMeans, covariates: readonly string[]): Exact | undefined {
  switch (step.kind) {
    case "multiply":
      return multiply(value, step.by);
    case "add":
      return add(value, step.by);
    case "divide":
      return divide(value, step.by);
    case "rescale":
      return means.range && rescaled(value, means.range, step);
    case "lookup":
      return means.lookup?.find(value, covariates);
    case "z":
      return divide(subtract(value, step.mean), step.sd);
    case "t":
      return plus(divide(multiply(TEN, subtract(value, step.mean)), step.sd), FIFTY);
  }
}

const TEN = exact(10);
const FIFTY = exact(50);

function rescaled(
  value: Exact,
  from: { readonly low: Exact; readonly high: Exact },
  to: { readonly low: Exact; readonly high: Exact },
): Exact | undefined {
  const scaled = multiply(subtract(value, from.low), subtract(to.high, to.low));
  return plus(divide(scaled, subtract(from.high, from.low)), to.low);
}

function plus(value: Exact | undefined, by: Exact): Exact | undefined {
  return value && add(value, by);
}

/** The ends of a range after one step, for a later `rescale`; undefined where the step has no simple image of a range. */
export function transformedEnds(
  step: TransformStep,
  range: { readonly low: Exact; readonly high: Exact } | undefined,
): { readonly low: Exact; readonly high: Exact } | undefined {
  if (range === undefined || step.kind === "lookup") return undefined;
  const [one, other] = [transformed(step, range.low, { range }, []), transformed(step, range.high, { range }, [])];
  if (one === undefined || other === undefined) return undefined;
  return one.lte(other) ? { low: one, high: other } : { low: other, high: one };
}
