import { type Exact, exact, ZERO } from "../../number/exact.ts";
import { type End, NO_TAGS, type Outcome, point, type Stretch } from "./atom.ts";
import { type Measure, valueFor } from "./pointValue.ts";
import { NOTHING, type Proof } from "./proof.ts";

/** Numbers between two ends, without what an atom adds: the working form of arithmetic on stretches. */
export type Interval = Pick<Stretch, "low" | "high" | "dense" | "step" | "at">;

/** A bound to cut at. Undefined: no bound. */
export interface Bound {
  readonly value?: Exact;
  readonly open: boolean;
}
export const NO_BOUND: Bound = { open: true };

const TWO = exact(2);

/** The number itself as an interval with equal ends. */
export function single(value: Exact, sure = true, proof?: Proof): Interval {
  const end: End = { value, open: false, sure, proof };
  return { low: end, high: end, dense: sure, at: () => proof ?? NOTHING };
}

export function isSingle({ low, high }: Interval): boolean {
  return low.value !== undefined && high.value !== undefined && low.value.equals(high.value);
}

/** The interval as an outcome; one of width 0 is a point. */
export function outcomeOf(interval: Interval, sure = true, measure: Measure = "number"): Outcome {
  const { low, high, dense, step, at } = interval;
  if (low.value !== undefined && isSingle(interval)) {
    const reached = low.sure ? low : high;
    return { atom: point(valueFor(measure, low.value), sure && reached.sure), proof: reached.proof };
  }
  return { atom: { kind: "stretch", measure, low, high, dense, step, at, sure, tags: NO_TAGS } };
}

/** The part between two bounds, and whether some value in it is sure to be reached. Undefined where they do not meet. */
export function within(interval: Interval, from: Bound, to: Bound): { readonly part: Interval; readonly sure: boolean } | undefined {
  const low = higher(interval, from);
  const high = lower(interval, to);
  if (low === undefined || high === undefined) return undefined;
  if (low.value !== undefined && high.value !== undefined) {
    const order = low.value.compare(high.value);
    if (order > 0 || (order === 0 && (low.open || high.open))) return undefined;
  }
  const keepsEnd = (low === interval.low && low.sure) || (high === interval.high && high.sure);
  const part = { ...interval, low, high };
  return { part, sure: keepsEnd || (isSingle(part) ? low.sure : interval.dense) };
}

/** The low end of what lies above a bound. */
function higher(interval: Interval, { value, open }: Bound): End | undefined {
  const { low, high, step, dense } = interval;
  if (value === undefined) return low;
  if (low.value !== undefined) {
    const order = low.value.compare(value);
    if (order > 0 || (order === 0 && (low.open || !open))) return low;
  }
  if (step !== undefined) return closedAt(interval, stepFrom(interval, value, open, step));
  if (high.value?.equals(value) === true && !high.open && !open) return high;
  return inner(interval, value, open, dense);
}

/** The high end of what lies below a bound. */
function lower(interval: Interval, { value, open }: Bound): End | undefined {
  const { low, high, step, dense } = interval;
  if (value === undefined) return high;
  if (high.value !== undefined) {
    const order = high.value.compare(value);
    if (order < 0 || (order === 0 && (high.open || !open))) return high;
  }
  if (step !== undefined) return closedAt(interval, stepTo(interval, value, open, step));
  if (low.value?.equals(value) === true && !low.open && !open) return low;
  return inner(interval, value, open, dense);
}

/**
 * Without steps every stretch inside is reached, however small, but a single number only where answers can be told: a third is no decimal, and
 * the root of 2 no answer.
 */
function inner(interval: Interval, value: Exact, open: boolean, dense: boolean): End {
  if (open || !dense) return { value, open, sure: dense };
  const proof = interval.at?.(value);
  return { value, open, sure: proof !== undefined, proof };
}

function closedAt(interval: Interval, value: Exact): End {
  return { value, open: false, sure: interval.dense, proof: interval.at?.(value) };
}

/** A number that all steps of the interval are counted from. */
export function anchorOf({ low, high }: Interval): Exact {
  return low.value ?? high.value ?? ZERO;
}

/** The first number at a step that is not below a bound. */
export function stepFrom(interval: Interval, value: Exact, open: boolean, step: Exact): Exact {
  const anchor = anchorOf(interval);
  const steps = value.sub(anchor).div(step);
  const count = open ? steps.floor().add(exact(1)) : steps.ceil();
  return anchor.add(count.mul(step));
}

/** The last number at a step that is not above a bound. */
export function stepTo(interval: Interval, value: Exact, open: boolean, step: Exact): Exact {
  const anchor = anchorOf(interval);
  const steps = value.sub(anchor).div(step);
  const count = open ? steps.ceil().sub(exact(1)) : steps.floor();
  return anchor.add(count.mul(step));
}

/** Some number of the interval, as simple as the ends allow. */
export function memberOf(interval: Interval): Exact {
  const { low, high, step } = interval;
  if (low.value !== undefined && !low.open) return low.value;
  if (high.value !== undefined && !high.open) return high.value;
  if (step !== undefined) return ZERO;
  if (low.value !== undefined && high.value !== undefined) return low.value.add(high.value).div(TWO);
  if (low.value !== undefined) return low.value.floor().add(exact(1));
  return high.value === undefined ? ZERO : high.value.ceil().sub(exact(1));
}

/** Answers that give some number of the interval, where they can be told. */
export function proofOf(interval: Interval): Proof | undefined {
  const { low, high } = interval;
  if (low.sure && !low.open && low.proof !== undefined) return low.proof;
  if (high.sure && !high.open && high.proof !== undefined) return high.proof;
  return interval.at?.(memberOf(interval));
}

/** Distance from end to end; undefined where it is without bound. */
export function widthOf({ low, high }: Interval): Exact | undefined {
  return low.value === undefined || high.value === undefined ? undefined : high.value.sub(low.value);
}

/** How many numbers a bounded interval with a step has; undefined for all others. */
export function countOf(interval: Interval): number | undefined {
  const width = widthOf(interval);
  return interval.step === undefined || width === undefined ? undefined : width.div(interval.step).floor().valueOf() + 1;
}

/** True where the number is one of the interval, as far as its ends and step say. */
export function holds(interval: Interval, value: Exact): boolean {
  const { low, high, step } = interval;
  if (low.value !== undefined && (low.open ? value.lte(low.value) : value.lt(low.value))) return false;
  if (high.value !== undefined && (high.open ? value.gte(high.value) : value.gt(high.value))) return false;
  return step === undefined || value.sub(anchorOf(interval)).div(step).d === 1n;
}
