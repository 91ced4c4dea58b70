import { type Exact, ZERO } from "../../number/exact.ts";
import type { End } from "./atom.ts";
import { anchorOf, type Bound, holds, type Interval, isSingle, memberOf, widthOf, within } from "./interval.ts";
import { both, bothKnown } from "./proof.ts";

/** `factor` times the interval plus `offset`; `factor` is not 0. */
export function scaled(interval: Interval, factor: Exact, offset: Exact): Interval {
  const { low, high, dense, step, at } = interval;
  const move = (end: End): End => (end.value === undefined ? end : { ...end, value: end.value.mul(factor).add(offset) });
  const [from, to] = factor.lt(ZERO) ? [high, low] : [low, high];
  const anchorLost = step !== undefined && low.value === undefined && high.value === undefined && !offset.equals(ZERO);
  return {
    low: move(from),
    high: move(to),
    dense: dense && !anchorLost,
    step: anchorLost ? undefined : step?.mul(factor.abs()),
    at: at === undefined ? undefined : (value) => at(value.sub(offset).div(factor)),
  };
}

/** All sums of a number from each of two intervals that know nothing of each other. */
export function added(left: Interval, right: Interval): Interval {
  const low = sumOfEnds(left.low, right.low);
  const high = sumOfEnds(left.high, right.high);
  const step = commonStep(left, right);
  if (step === undefined) return { low, high, dense: false };
  return {
    low,
    high,
    dense: true,
    step: step === "none" ? undefined : step,
    at: (value) => {
      const pair = partsOfSum(left, right, value);
      return pair === undefined ? undefined : bothKnown(left.at?.(pair[0]), right.at?.(pair[1]));
    },
  };
}

function sumOfEnds(left: End, right: End): End {
  const sure = left.sure && right.sure;
  if (left.value === undefined || right.value === undefined) return { open: true, sure };
  const open = left.open || right.open;
  return { value: left.value.add(right.value), open, sure, proof: open ? undefined : both(left.proof, right.proof) };
}

/** The step between the sums, "none" where every number between the ends is reached, undefined where that cannot be told. */
function commonStep(left: Interval, right: Interval): Exact | "none" | undefined {
  if (!left.dense || !right.dense) return undefined;
  if (isSingle(left)) return keepsAnchor(right, left) ? (right.step ?? "none") : undefined;
  if (isSingle(right)) return keepsAnchor(left, right) ? (left.step ?? "none") : undefined;
  if (left.step === undefined && right.step === undefined) return "none";
  if (left.step === undefined) return fillsSteps(left, right.step) ? "none" : undefined;
  if (right.step === undefined) return fillsSteps(right, left.step) ? "none" : undefined;
  if (!keepsAnchor(left, right) || !keepsAnchor(right, left)) return undefined;
  const [fine, coarse] = left.step.lte(right.step) ? [left, right] : [right, left];
  if (fine.step === undefined || coarse.step === undefined || coarse.step.div(fine.step).d !== 1n) return undefined;
  const width = widthOf(fine);
  return width === undefined || width.gte(coarse.step.sub(fine.step)) ? fine.step : undefined;
}

/** Steps without any bound are counted from 0, which a sum with other numbers moves. */
function keepsAnchor(interval: Interval, other: Interval): boolean {
  if (interval.step === undefined || interval.low.value !== undefined || interval.high.value !== undefined) return true;
  return anchorOf(other).div(interval.step).d === 1n;
}

function fillsSteps(interval: Interval, step: Exact | undefined): boolean {
  const width = widthOf(interval);
  if (width === undefined || step === undefined) return true;
  return interval.low.open && interval.high.open ? width.gt(step) : width.gte(step);
}

/** A number of each interval that together make the sum. The one with the wider steps is chosen first: the other fills what is left. */
function partsOfSum(left: Interval, right: Interval, sum: Exact): readonly [Exact, Exact] | undefined {
  const rightFirst = right.step !== undefined && (left.step === undefined || left.step.lt(right.step));
  const [first, second] = rightFirst ? [right, left] : [left, right];
  const from: Bound = second.high.value === undefined ? { open: true } : { value: sum.sub(second.high.value), open: second.high.open };
  const to: Bound = second.low.value === undefined ? { open: true } : { value: sum.sub(second.low.value), open: second.low.open };
  const possible = within(first, from, to);
  if (possible === undefined) return undefined;
  const part = memberOf(possible.part);
  const rest = sum.sub(part);
  if (!holds(first, part) || !holds(second, rest)) return undefined;
  return rightFirst ? [rest, part] : [part, rest];
}
