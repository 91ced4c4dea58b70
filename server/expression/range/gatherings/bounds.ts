import { compare, multiply } from "../../../number/arithmetic.ts";
import { type Exact, exact, ONE, ZERO } from "../../../number/exact.ts";
import { squareRoot } from "../../../number/root.ts";
import { isNumber } from "../../value.ts";
import { NO_TAGS, type Outcome, point } from "../atom.ts";
import type { CombiningRule } from "./rule.ts";

/** Lowest and highest number; undefined is no bound. */
interface Hull {
  readonly low?: Exact;
  readonly high?: Exact;
}

type Members = readonly (readonly Outcome[])[];

/** What a sum, mean, minimum or maximum can be at most; nothing in it is sure. Undefined where weights below zero turn things round. */
export function combiningBound(rule: CombiningRule, members: Members): readonly Outcome[] | undefined {
  const { method, weights, fill, counts } = rule;
  if (method === "product" || counts === true || weights.some((weight) => weight.lt(ZERO))) return undefined;
  const weighted = method === "mean" ? undefined : weights;
  const hulls = members.map((outcomes, place) => hullOf(outcomes, weighted?.[place] ?? ONE));
  const filled =
    typeof fill === "object" ? weights.map((weight): Hull => single(weighted === undefined ? fill : multiply(fill, weight))) : [];
  const around = joined([...hulls, ...filled]);
  if (method === "sum" && fill === "person_mean") return undefined;
  return stretch(method === "sum" ? added(hulls, typeof fill === "object" ? filled : hulls.map(() => single(ZERO))) : around);
}

/** Numbers from a to b have a standard deviation of at most (b - a) / sqrt(2), with n - 1 under the sum of squares. */
export function spreadBound(members: Members): readonly Outcome[] {
  const { low, high } = joined(members.map((outcomes) => hullOf(outcomes, ONE))) ?? {};
  const width = low === undefined || high === undefined ? undefined : high.sub(low);
  return stretch({ low: ZERO, high: width && squareRoot(width.mul(width).div(exact(2)))?.value });
}

/** Whatever lies between the least and the greatest of numbers. */
export function betweenBound(members: Members): readonly Outcome[] {
  return stretch(joined(members.map((outcomes) => hullOf(outcomes, ONE))));
}

/** All numbers of some outcomes, times a weight that is not negative; undefined where there are none. */
function hullOf(outcomes: readonly Outcome[], weight: Exact): Hull | undefined {
  const hulls = outcomes.map(({ atom }): Hull | undefined => {
    if (atom.kind === "unknown") return {};
    if (atom.kind === "stretch") return { low: atom.low.value, high: atom.high.value };
    return isNumber(atom.value) ? single(atom.value) : undefined;
  });
  const { low, high } = joined(hulls) ?? {};
  if (hulls.every((hull) => hull === undefined)) return undefined;
  return { low: low && multiply(low, weight), high: high && multiply(high, weight) };
}

function single(value: Exact): Hull {
  return { low: value, high: value };
}

function joined(hulls: readonly (Hull | undefined)[]): Hull | undefined {
  const there = hulls.filter((hull) => hull !== undefined);
  const [first, ...rest] = there;
  return first && rest.reduce((all, { low, high }): Hull => ({ low: least(all.low, low), high: most(all.high, high) }), first);
}

function least(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : compare(a, b) <= 0 ? a : b;
}

function most(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  return a === undefined || b === undefined ? undefined : compare(a, b) >= 0 ? a : b;
}

/** Each member adds one of its numbers, or what stands for it where it is missing. */
function added(hulls: readonly (Hull | undefined)[], missing: readonly Hull[]): Hull {
  return hulls.reduce<Hull>((sum, hull, place) => {
    const { low, high } = joined([hull, missing[place]]) ?? {};
    return { low: sum.low && low && sum.low.add(low), high: sum.high && high && sum.high.add(high) };
  }, single(ZERO));
}

function stretch(hull: Hull | undefined): readonly Outcome[] {
  const end = (value: Exact | undefined) => ({ value, open: value === undefined, sure: false });
  const missing: Outcome = { atom: point(null, false) };
  if (hull === undefined) return [missing];
  const { low, high } = hull;
  if (low !== undefined && high?.equals(low) === true) return [{ atom: point(low, false) }, missing];
  return [
    { atom: { kind: "stretch", measure: "number", low: end(low), high: end(high), dense: false, sure: false, tags: NO_TAGS } },
    missing,
  ];
}
