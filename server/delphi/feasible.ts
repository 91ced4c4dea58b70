import type { Comparison, Denominator, Measured } from "../model/delphi.ts";
import { compare } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";
import type { Literal } from "./conjunctions.ts";
import { describeCriterion } from "./describeCriterion.ts";
import { agreeing } from "./measure.ts";
import { neededRatings } from "./neededRatings.ts";
import { placesOf, type RatingScale } from "./ratingScale.ts";

/** How n people can answer so that all literals hold: how many of them rate each point; the rest do not rate. */
export interface Distribution {
  readonly n: number;
  readonly counts: readonly number[];
}

/**
 * `impossible` is proved; a distribution is an example where only percentages in bands are asked for; `unknown` is everything else.
 * `denominator`: of those who returned the round or were invited, some may not have rated.
 */
export type Feasibility = "impossible" | "unknown" | Distribution;

export function feasible(literals: readonly Literal[], n: number, scale: RatingScale, denominator: Denominator): Feasibility {
  if (contradicts(literals, scale)) return "impossible";
  const stretches = shareStretches(literals, n, scale);
  if (stretches === "impossible") return "impossible";
  const found = stretches === "unknown" ? "unknown" : fill(stretches, n, scale, denominator !== "rated");
  if (found === "impossible") return found;
  return literals.every(({ measured }) => measured.kind === "percent_in") ? found : "unknown";
}

/** From how many to how many of n ratings may lie at some points. */
interface Stretch {
  readonly places: readonly number[];
  readonly least: number;
  readonly most: number;
}

function shareStretches(literals: readonly Literal[], n: number, scale: RatingScale): readonly Stretch[] | "impossible" | "unknown" {
  const stretches: Stretch[] = [];
  let isKnown = true;
  for (const { measured } of literals) {
    const share = shareOf(measured, scale);
    if (share === undefined) continue;
    const needed = neededRatings(n, share.compare);
    if (!needed) return "impossible";
    if (share.places === undefined) isKnown = false;
    else merge(stretches, { places: share.places, ...needed });
  }
  if (stretches.some(({ least, most, places }) => least > most || (places.length === 0 && least > 0))) return "impossible";
  return isKnown ? stretches : "unknown";
}

/** The points and the percentage of a criterion that is one: CVR and I-CVI are shares in other words. */
function shareOf(
  measured: Measured,
  scale: RatingScale,
): { readonly places?: readonly number[]; readonly compare: Comparison } | undefined {
  switch (measured.kind) {
    case "percent_in":
      return { places: placesOf(scale, measured.of), compare: measured.compare };
    case "percent_within":
      return { compare: measured.compare };
    case "i_cvi":
      return { places: agreeing(measured, scale), compare: { ...measured.compare, at: measured.compare.at.mul(100) } };
    case "cvr":
      // CVR = 2 k / n - 1, so k / n = (CVR + 1) / 2.
      return { places: agreeing(measured, scale), compare: { ...measured.compare, at: measured.compare.at.add(1).mul(50) } };
    default:
      return undefined;
  }
}

function merge(stretches: Stretch[], added: Stretch): void {
  const place = stretches.findIndex(({ places }) => places.join() === added.places.join());
  const known = stretches[place];
  if (!known) stretches.push(added);
  else stretches[place] = { places: known.places, least: Math.max(known.least, added.least), most: Math.min(known.most, added.most) };
}

/** Fills the stretches with n ratings. Sets of points that overlap without being the same are tried out only as far as a bound goes. */
function fill(stretches: readonly Stretch[], n: number, scale: RatingScale, mayBlank: boolean): Feasibility {
  const taken = new Set<number>();
  for (const { places } of stretches)
    for (const place of places) {
      if (taken.has(place)) return overlapping(stretches, n);
      taken.add(place);
    }
  const free = [...scale.points.keys()].filter((place) => !taken.has(place));
  const least = stretches.reduce((sum, stretch) => sum + stretch.least, 0);
  const most = stretches.reduce((sum, stretch) => sum + stretch.most, 0);
  if (least > n || (most < n && free.length === 0 && !mayBlank)) return "impossible";
  const counts = scale.points.map(() => 0);
  let left = n - least;
  for (const stretch of stretches) {
    const more = Math.min(left, free.length === 0 && !mayBlank ? stretch.most - stretch.least : 0);
    const at = stretch.places.at(-1);
    if (at !== undefined) counts[at] = stretch.least + more;
    left -= more;
  }
  const rest = free[Math.floor(free.length / 2)];
  if (left > 0 && rest !== undefined) counts[rest] = left;
  return { n, counts };
}

/** Two sets of which one holds the other are a stretch and a narrower one inside it: if that fails, so does all. */
function overlapping(stretches: readonly Stretch[], n: number): Feasibility {
  for (const outer of stretches)
    for (const inner of stretches)
      if (outer !== inner && inner.places.every((place) => outer.places.includes(place)) && inner.least > outer.most) return "impossible";
  const apart = stretches.filter((one) =>
    stretches.every((other) => one === other || !one.places.some((place) => other.places.includes(place))),
  );
  const least = apart.reduce((sum, stretch) => sum + stretch.least, 0);
  return least > n ? "impossible" : "unknown";
}

/** Two comparisons of one statistic that no number satisfies, or one that no rating on the scale can reach. */
function contradicts(literals: readonly Literal[], scale: RatingScale): boolean {
  const known = new Map<string, Interval>();
  for (const { measured, negated } of literals) {
    if (measured.kind === "disagreement") {
      const opposite = known.get(`${describeCriterion(measured)} ${String(!negated)}`);
      if (opposite) return true;
      known.set(`${describeCriterion(measured)} ${String(negated)}`, ALL);
      continue;
    }
    if (measured.kind === "apmo" || measured.kind === "percent_in" || measured.kind === "cvr" || measured.kind === "i_cvi") continue;
    const key = describeCriterion({ ...measured, compare: { word: "equals", at: exact(0) } } as Measured);
    const interval = meet(known.get(key) ?? rangeOf(measured, scale), toInterval(measured.compare));
    if (isEmpty(interval)) return true;
    known.set(key, interval);
  }
  return false;
}

interface Interval {
  readonly low?: Exact;
  readonly high?: Exact;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}
const ALL: Interval = { lowOpen: false, highOpen: false };

/** What a statistic can be at all. */
function rangeOf(measured: Measured, { points }: RatingScale): Interval {
  const [first, last] = [points[0]?.value, points.at(-1)?.value];
  if (!first || !last) return ALL;
  const closed = (low: Exact, high?: Exact): Interval => ({ low, high, lowOpen: false, highOpen: false });
  switch (measured.kind) {
    case "median":
    case "mean":
      return closed(first, last);
    case "iqr":
    case "ipr":
      return closed(exact(0), last.sub(first));
    case "sd":
    case "cv":
      return closed(exact(0));
    case "percent_within":
      return closed(exact(0), exact(100));
    case "kendall_w":
      return closed(exact(0), exact(1));
    case "kappa_star":
      return closed(exact(-1), exact(1));
    default:
      return ALL;
  }
}

function toInterval({ word, at }: Comparison): Interval {
  switch (word) {
    case "at_least":
      return { low: at, lowOpen: false, highOpen: false };
    case "above":
      return { low: at, lowOpen: true, highOpen: false };
    case "at_most":
      return { high: at, lowOpen: false, highOpen: false };
    case "below":
      return { high: at, lowOpen: false, highOpen: true };
    case "equals":
      return { low: at, high: at, lowOpen: false, highOpen: false };
  }
}

function meet(a: Interval, b: Interval): Interval {
  const low = pick(a.low, b.low, 1);
  const high = pick(a.high, b.high, -1);
  const openAt = (end: Exact | undefined, which: "low" | "high") =>
    end !== undefined && [a, b].some((one) => one[which]?.equals(end) && (which === "low" ? one.lowOpen : one.highOpen));
  return { low, high, lowOpen: openAt(low, "low"), highOpen: openAt(high, "high") };
}

function pick(a: Exact | undefined, b: Exact | undefined, sign: 1 | -1): Exact | undefined {
  if (!a || !b) return a ?? b;
  return compare(a, b) * sign >= 0 ? a : b;
}

function isEmpty({ low, high, lowOpen, highOpen }: Interval): boolean {
  if (!low || !high) return false;
  const order = compare(low, high);
  return order > 0 || (order === 0 && (lowOpen || highOpen));
}
