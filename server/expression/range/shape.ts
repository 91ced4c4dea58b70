import { type Exact, exact, ONE, ZERO } from "../../number/exact.ts";
import type { End } from "./atom.ts";
import { anchorOf, countOf, holds, type Interval, isSingle, NO_BOUND, proofOf, stepFrom, widthOf, within } from "./interval.ts";
import { scaled } from "./linear.ts";
import { both, bothKnown, type Proof } from "./proof.ts";

/** A part of a result, and whether some number in it is sure to be reached. */
export interface Piece {
  readonly part: Interval;
  readonly sure: boolean;
}

/** The two halves of an interval, mirrored where it lies below 0. */
export function absolute(interval: Interval): readonly Piece[] {
  const below = within(interval, NO_BOUND, { value: ZERO, open: true });
  const above = within(interval, { value: ZERO, open: false }, NO_BOUND);
  const mirrored = below === undefined ? [] : [{ part: scaled(below.part, exact(-1), ZERO), sure: below.sure }];
  return above === undefined ? mirrored : [...mirrored, above];
}

/** Remainders by a positive number, from 0 up to it. */
export function remainders(interval: Interval, divisor: Exact): readonly Piece[] {
  const turn = (value: Exact): Exact => value.div(divisor).floor();
  const width = widthOf(interval);
  const { low, high, step } = interval;
  if (width?.lt(divisor) && low.value !== undefined && high.value !== undefined) {
    const first = turn(low.value);
    const last = turn(high.value);
    const cut = last.mul(divisor);
    const back = (piece: Piece | undefined, turns: Exact): Piece[] =>
      piece === undefined ? [] : [{ part: scaled(piece.part, ONE, turns.mul(divisor).neg()), sure: piece.sure }];
    if (first.equals(last)) return back({ part: interval, sure: true }, first);
    return [
      ...back(within(interval, NO_BOUND, { value: cut, open: true }), first),
      ...back(within(interval, { value: cut, open: false }, NO_BOUND), last),
    ];
  }
  return [{ part: fullTurn(interval, divisor, step), sure: true }];
}

/** The interval is as wide as the divisor, or wider: every remainder comes up, in its steps where they go evenly into the divisor. */
function fullTurn(interval: Interval, divisor: Exact, step: Exact | undefined): Interval {
  const evenly = step !== undefined && divisor.div(step).d === 1n;
  const dense = interval.dense && (step === undefined || evenly);
  const at = dense ? (value: Exact): Proof | undefined => atTurn(interval, value, divisor) : undefined;
  const low = step === undefined || !evenly ? ZERO : modulo(anchorOf(interval), step);
  const lowEnd: End = { value: low, open: false, sure: dense, proof: at?.(low) };
  if (!dense || step === undefined) return { low: lowEnd, high: { value: divisor, open: true, sure: dense }, dense, at };
  const high = low.add(divisor).sub(step);
  return { low: lowEnd, high: { value: high, open: false, sure: true, proof: at?.(high) }, dense, step, at };
}

function atTurn(interval: Interval, value: Exact, divisor: Exact): Proof | undefined {
  const from = interval.low.value ?? interval.high.value?.sub(divisor) ?? ZERO;
  let candidate = value.add(from.sub(value).div(divisor).ceil().mul(divisor));
  if (!holds(interval, candidate)) candidate = candidate.add(divisor);
  return holds(interval, candidate) ? interval.at?.(candidate) : undefined;
}

function modulo(value: Exact, divisor: Exact): Exact {
  return value.sub(value.div(divisor).floor().mul(divisor));
}

/** The lesser (or the greater) of a number from each of two intervals that know nothing of each other. */
export function lesser(left: Interval, right: Interval): readonly Piece[] {
  if (isSingle(right) && right.low.value !== undefined) return clipped(left, right, right.low.value);
  if (isSingle(left) && left.low.value !== undefined) return clipped(right, left, left.low.value);
  const low = lesserEnd(left.low, right.low, -1);
  const high = { ...lesserEnd(left.high, right.high, 1), proof: highProof(left, right) };
  const dense = left.dense && right.dense && left.step === undefined && right.step === undefined;
  const at = (value: Exact): Proof | undefined => lesserAt(left, right, value) ?? lesserAt(right, left, value);
  return [{ part: { low, high, dense, at }, sure: true }];
}

/** One of the two is the number and the other one is not below it. */
function lesserAt(least: Interval, other: Interval, value: Exact): Proof | undefined {
  const above = within(other, { value, open: false }, NO_BOUND);
  return above === undefined || !holds(least, value) ? undefined : bothKnown(least.at?.(value), proofOf(above.part));
}

export function greater(left: Interval, right: Interval): readonly Piece[] {
  const mirror = (interval: Interval): Interval => scaled(interval, exact(-1), ZERO);
  return lesser(mirror(left), mirror(right)).map(({ part, sure }) => ({ part: mirror(part), sure }));
}

/** What lies below the limit, and the limit itself where the interval goes as far. */
function clipped(interval: Interval, limit: Interval, value: Exact): readonly Piece[] {
  const below = within(interval, NO_BOUND, { value, open: true });
  const above = within(interval, { value, open: false }, NO_BOUND);
  const atLimit = above === undefined ? [] : [{ part: reachedWith(limit, proofOf(above.part)), sure: above.sure }];
  return [...(below === undefined ? [] : [below]), ...atLimit];
}

/** One number that also needs something of another interval. */
function reachedWith(limit: Interval, proof: Proof | undefined): Interval {
  const end = { ...limit.low, proof: both(limit.low.proof, proof) };
  return { ...limit, low: end, high: end, at: () => end.proof };
}

/** The lesser of two is as high as it can be where one is at its high end and the other anywhere above. */
function highProof(left: Interval, right: Interval): Proof | undefined {
  const [least, other] = compareEnds(left.high, right.high, 1) <= 0 ? [left, right] : [right, left];
  const { value } = least.high;
  const above = value === undefined ? undefined : within(other, { value, open: false }, NO_BOUND);
  return above && both(least.high.proof, proofOf(above.part));
}

/** The low end (`side` -1) needs only one of the two there; for the high end (`side` 1) both must be as high. */
function lesserEnd(left: End, right: End, side: -1 | 1): End {
  const order = compareEnds(left, right, side);
  const [least, other] = order <= 0 ? [left, right] : [right, left];
  const proof = both(least.proof, other.proof);
  if (order !== 0) return { ...least, proof, sure: least.sure && (side < 0 || other.sure) };
  if (side > 0) return { ...least, proof, open: left.open || right.open, sure: left.sure && right.sure };
  const closed = [left, right].filter(({ open }) => !open);
  return { ...least, proof, open: closed.length === 0, sure: (closed.length === 0 ? [left, right] : closed).some(({ sure }) => sure) };
}

function compareEnds(left: End, right: End, unbounded: -1 | 1): number {
  if (left.value === undefined || right.value === undefined) {
    return left.value === right.value ? 0 : left.value === undefined ? unbounded : -unbounded;
  }
  return left.value.compare(right.value);
}

const LISTED = 2000;

/** Each number of a bounded interval with a step, where they are few. */
export function listed(interval: Interval): readonly Exact[] | undefined {
  const count = countOf(interval);
  const { low, step } = interval;
  if (count === undefined || count > LISTED || low.value === undefined || step === undefined) return undefined;
  const start = low.value;
  return Array.from({ length: count }, (_, place) => start.add(step.mul(place)));
}

/** A function that never falls and keeps its value between multiples of `spacing`, such as rounding to a step; its results are multiples of `to`. */
export interface Staircase {
  readonly value: (x: Exact) => Exact;
  readonly spacing: Exact;
  readonly to: Exact;
}

export function climbed(interval: Interval, stairs: Staircase): Interval {
  // Multiples of the step are not moved.
  if (interval.step?.div(stairs.to).d === 1n && anchorOf(interval).div(stairs.to).d === 1n) return interval;
  const end = (from: End, other: End, up: boolean): End => {
    if (from.value === undefined) return from;
    const x = from.open ? beside(from.value, other.value, stairs.spacing, up) : from.value;
    const proof = from.open ? interval.at?.(x) : from.proof;
    return { value: stairs.value(x), open: false, sure: from.sure, proof };
  };
  const smooth = interval.dense && (interval.step === undefined || interval.step.lte(stairs.to));
  const at = (value: Exact): Proof | undefined => atStair(interval, stairs, value);
  return {
    low: end(interval.low, interval.high, true),
    high: end(interval.high, interval.low, false),
    dense: smooth,
    step: smooth ? stairs.to : undefined,
    at: smooth ? at : undefined,
  };
}

/** A number just inside an open end, before the next place where the stairs rise. */
function beside(end: Exact, other: Exact | undefined, spacing: Exact, up: boolean): Exact {
  const steps = end.div(spacing);
  const next = (up ? steps.floor().add(ONE) : steps.ceil().sub(ONE)).mul(spacing);
  const nearer = other === undefined || (up ? next.lte(other) : next.gte(other)) ? next : other;
  return end.add(nearer).div(2);
}

/** A number of the interval that is rounded to this result: the result itself, or one near it. */
function atStair(interval: Interval, stairs: Staircase, result: Exact): Proof | undefined {
  const { spacing } = stairs;
  for (const tried of [result, result.sub(spacing.div(2)), result.add(spacing.div(2)), result.add(spacing), result.sub(spacing)]) {
    const snapped = interval.step === undefined ? tried : stepFrom(interval, tried, false, interval.step);
    if (holds(interval, snapped) && stairs.value(snapped).equals(result)) return interval.at?.(snapped);
  }
  return undefined;
}
