import { type Exact, ONE, ZERO } from "../../number/exact.ts";
import type { End } from "./atom.ts";
import { type Bound, holds, type Interval, isSingle, memberOf, NO_BOUND, widthOf, within } from "./interval.ts";
import { scaled } from "./linear.ts";
import { both, bothKnown, type Proof } from "./proof.ts";

const AT_ZERO: Bound = { value: ZERO, open: false };
const BESIDE_ZERO: Bound = { value: ZERO, open: true };

/** All products of a number from each of two intervals that know nothing of each other. */
export function multiplied(left: Interval, right: Interval): Interval {
  const factor = isSingle(left) ? left : isSingle(right) ? right : undefined;
  if (factor?.low.value !== undefined && !factor.low.value.equals(ZERO)) {
    const other = factor === left ? right : left;
    return withProof(scaled(other, factor.low.value, ZERO), factor.low.proof);
  }
  const dense = isConnected(left, right);
  return { ...extremes(left, right), dense, at: dense ? (value) => productProof(left, right, value) : undefined };
}

/** All quotients, the divisor 0 left out; `zero` says whether and how surely the divisor can be 0. */
export function divided(
  left: Interval,
  right: Interval,
): {
  readonly parts: readonly { readonly part: Interval; readonly sure: boolean }[];
  readonly zero?: { readonly sure: boolean; readonly proof?: Proof };
} {
  const at = within(right, AT_ZERO, AT_ZERO);
  const parts = [within(right, NO_BOUND, BESIDE_ZERO), within(right, BESIDE_ZERO, NO_BOUND)].flatMap((divisor) =>
    divisor === undefined ? [] : [{ part: quotient(left, divisor.part), sure: divisor.sure }],
  );
  return { parts, zero: at === undefined ? undefined : { sure: at.sure, proof: at.part.low.proof ?? right.at?.(ZERO) } };
}

/** The divisor does not hold 0. */
function quotient(left: Interval, right: Interval): Interval {
  if (isSingle(right) && right.low.value !== undefined) return withProof(scaled(left, right.low.value.inverse(), ZERO), right.low.proof);
  const dense = isConnected(left, right);
  const inverse = { low: inverted(right.high), high: inverted(right.low) };
  return { ...extremes(left, inverse), dense, at: dense ? (value) => quotientProof(left, right, value) : undefined };
}

/** 1 / x falls on each side of 0: beside 0 it grows without bound, and without bound it comes near to 0. */
function inverted(end: End): End {
  if (end.value === undefined) return { value: ZERO, open: true, sure: end.sure };
  return end.value.equals(ZERO) ? { open: true, sure: end.sure } : { ...end, value: end.value.inverse() };
}

function withProof(interval: Interval, proof: Proof | undefined): Interval {
  if (proof === undefined) return interval;
  const { low, high, at } = interval;
  return {
    ...interval,
    low: { ...low, proof: both(low.proof, proof) },
    high: { ...high, proof: both(high.proof, proof) },
    at: at === undefined ? undefined : (value) => bothKnown(at(value), proof),
  };
}

/** An end with the side on which it is unbounded. */
interface Corner {
  readonly side: -1 | 0 | 1;
  readonly end: End;
}

type Ends = Pick<Interval, "low" | "high">;

function cornersOf({ low, high }: Ends): readonly [Corner, Corner] {
  return [
    { side: low.value === undefined ? -1 : 0, end: low },
    { side: high.value === undefined ? 1 : 0, end: high },
  ];
}

/** The least and the greatest product of two ends: products go one way along each side of the rectangle. */
function extremes(left: Ends, right: Ends): Ends {
  const [first, last] = cornersOf(left);
  const [start, end] = cornersOf(right);
  let least = times(first, start);
  let greatest = least;
  for (const corner of [times(first, end), times(last, start), times(last, end)]) {
    if (order(corner, least) < 0 || (order(corner, least) === 0 && better(corner.end, least.end))) least = corner;
    if (order(corner, greatest) > 0 || (order(corner, greatest) === 0 && better(corner.end, greatest.end))) greatest = corner;
  }
  return { low: least.end, high: greatest.end };
}

function order(left: Corner, right: Corner): number {
  if (left.side !== 0 || right.side !== 0) return left.side - right.side;
  return (left.end.value ?? ZERO).compare(right.end.value ?? ZERO);
}

function better(one: End, other: End): boolean {
  return one.open === other.open ? one.sure && !other.sure : !one.open;
}

function signOf({ side, end }: Corner): number {
  return side !== 0 ? side : (end.value ?? ZERO).compare(ZERO);
}

function times(left: Corner, right: Corner): Corner {
  const sign = signOf(left) * signOf(right);
  if (sign === 0)
    return zeroCorner(
      [left, right].filter((corner) => signOf(corner) === 0),
      both(left.end.proof, right.end.proof),
    );
  const sure = left.end.sure && right.end.sure;
  if (left.end.value === undefined || right.end.value === undefined) return { side: sign < 0 ? -1 : 1, end: { open: true, sure } };
  const open = left.end.open || right.end.open;
  const proof = open ? undefined : both(left.end.proof, right.end.proof);
  return { side: 0, end: { value: left.end.value.mul(right.end.value), open, sure, proof } };
}

/** A factor that reaches 0 gives 0 whatever the other one is; one that only comes near comes near to 0. */
function zeroCorner(zeros: readonly Corner[], proof: Proof | undefined): Corner {
  const closed = zeros.find(({ end }) => !end.open && end.sure) ?? zeros.find(({ end }) => !end.open);
  const end = closed?.end ?? { open: true, sure: false };
  return { side: 0, end: { value: ZERO, open: end.open, sure: end.sure, proof: both(end.proof, proof) } };
}

/** True where what two intervals give together has no gaps: both without steps, or one without and wide enough to bridge the steps of the other. */
function isConnected(left: Interval, right: Interval): boolean {
  if (!left.dense || !right.dense || isSingle(left) || isSingle(right)) return false;
  if (left.step === undefined && right.step === undefined) return true;
  if (left.step !== undefined && right.step !== undefined) return false;
  const [smooth, stepped] = left.step === undefined ? [left, right] : [right, left];
  return bridges(smooth, stepped);
}

/**
 * For a positive stretch [a, b] and steps t, t + s, ... the pieces [a t, b t] and [a (t + s), b (t + s)] meet where a (t + s) <= b t, first of all
 * at the smallest t; the same holds for [a / t, b / t]. Other signs are mirror images.
 */
function bridges(smooth: Interval, stepped: Interval): boolean {
  const [near, far] = absoluteEnds(smooth);
  const [least] = absoluteEnds(stepped);
  const width = near === undefined || far === undefined ? undefined : far.sub(near);
  if (near === undefined || least === undefined || stepped.step === undefined || smooth.low.open || smooth.high.open) return false;
  return width === undefined || least.mul(width).gte(near.mul(stepped.step));
}

/** Least and greatest distance from 0 of an interval that lies on one side of it; the first is undefined where it lies on both. */
function absoluteEnds(interval: Interval): readonly [Exact | undefined, Exact | undefined] {
  const { low, high } = interval;
  if (low.value?.gte(ZERO)) return [low.value, high.value];
  if (high.value?.lte(ZERO)) return [high.value.neg(), low.value?.neg()];
  return [undefined, widthOf(interval)];
}

function productProof(left: Interval, right: Interval, product: Exact): Proof | undefined {
  return solve(left, right, (factor) => (factor.equals(ZERO) ? undefined : product.div(factor)));
}

function quotientProof(left: Interval, right: Interval, value: Exact): Proof | undefined {
  const byDivisor = solve(left, right, (divisor) => value.mul(divisor));
  if (byDivisor !== undefined || value.equals(ZERO)) return byDivisor;
  return solve(right, left, (dividend) => dividend.div(value));
}

/** Tries some numbers of the second interval for which the first one holds the other part. */
function solve(first: Interval, second: Interval, other: (known: Exact) => Exact | undefined): Proof | undefined {
  for (const known of samplesOf(second)) {
    const part = other(known);
    if (part !== undefined && holds(first, part)) return bothKnown(first.at?.(part), second.at?.(known));
  }
  return undefined;
}

const SAMPLES = 24;

/** Some numbers of an interval, spread from one end to the other. */
function samplesOf(interval: Interval): Exact[] {
  const width = widthOf(interval);
  const start = memberOf(interval);
  const { high } = interval;
  const samples = high.value === undefined || high.open ? [start] : [start, high.value];
  for (let place = 1; place <= SAMPLES; place++) {
    const exactly =
      interval.low.value === undefined
        ? start.sub(ONE.mul(place * place))
        : interval.low.value.add(width?.mul(place).div(SAMPLES + 1) ?? ONE.mul(place * place));
    const { step } = interval;
    const snapped = step === undefined ? exactly : start.add(exactly.sub(start).div(step).floor().mul(step));
    if (holds(interval, snapped)) samples.push(snapped);
  }
  return samples;
}
