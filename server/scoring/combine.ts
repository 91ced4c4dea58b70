import type { Method, MissingRule } from "../model/instrument.ts";
import { neededCount } from "../model/resolve.ts";
import { add, compare, divide, multiply } from "../number/arithmetic.ts";
import { type Exact, ONE, ZERO } from "../number/exact.ts";

/** What one entry brings to a score: its value after recoding and reversing (undefined is missing) and its weight. */
export interface Part {
  readonly value?: Exact;
  readonly weight: Exact;
}

/** The combined value with what the missing rule did. */
export interface Combined {
  /** Undefined where the rule is not met, or where weights of zero leave nothing to divide by. */
  readonly value?: Exact;
  readonly answered: number;
  readonly needed: number;
  readonly entries: number;
  /** False where too few entries, or not those that must be, are answered. */
  readonly enough: boolean;
  /** What was put in for each missing entry, in the metric of the entries. */
  readonly filled?: Exact;
}

/** Method and missing rule of a score with so many entries, prepared; `always[place]` is true where that entry must be answered. */
export type Combiner = (parts: readonly Part[]) => Combined;

/**
 * Missing rule and method together. A sum adds weight x value; a mean divides by the weights of what it adds; the person mean that fills a gap is
 * the weighted mean of the answered. min, max and product take weight x value as well.
 */
export function combiner(method: Method | undefined, rule: MissingRule | undefined, always: readonly boolean[]): Combiner {
  const entries = always.length;
  const needed = neededCount(rule, entries);
  const join = JOINED[method ?? "sum"];
  return (parts) => {
    let answered = 0;
    let enough = true;
    for (let place = 0; place < entries; place++) {
      if (parts[place]?.value !== undefined) answered++;
      else if (always[place] === true) enough = false;
    }
    enough &&= answered >= needed;
    if (!enough) return { value: undefined, answered, needed, entries, enough, filled: undefined };
    const filled = answered === entries ? undefined : fillValue(parts, rule?.fill);
    const value = filled === "impossible" ? undefined : join(parts, filled);
    return { value, answered, needed, entries, enough, filled: filled === "impossible" ? undefined : filled };
  };
}

function fillValue(parts: readonly Part[], fill: MissingRule["fill"]): Exact | undefined | "impossible" {
  if (fill === undefined || fill === "none") return undefined;
  return fill === "person_mean" ? (mean(parts, undefined) ?? "impossible") : fill;
}

/** Joins the values of the parts; `filled` stands for each missing one, or they are left out. */
type Join = (parts: readonly Part[], filled: Exact | undefined) => Exact | undefined;

const JOINED: Readonly<Record<Method, Join>> = {
  sum: (parts, filled) => sums(parts, filled).total,
  mean,
  product: folding(multiply),
  min: folding((a, b) => (compare(a, b) <= 0 ? a : b)),
  max: folding((a, b) => (compare(a, b) >= 0 ? a : b)),
};

function mean(parts: readonly Part[], filled: Exact | undefined): Exact | undefined {
  const { total, weights } = sums(parts, filled);
  return divide(total, weights);
}

function sums(parts: readonly Part[], filled: Exact | undefined): { readonly total: Exact; readonly weights: Exact } {
  let total = ZERO;
  let weights = ZERO;
  for (const { value = filled, weight } of parts) {
    if (value === undefined) continue;
    total = add(total, weighted(value, weight));
    weights = add(weights, weight);
  }
  return { total, weights };
}

function folding(join: (a: Exact, b: Exact) => Exact): Join {
  return (parts, filled) => {
    let joined: Exact | undefined;
    for (const { value = filled, weight } of parts) {
      if (value === undefined) continue;
      const next = weighted(value, weight);
      joined = joined === undefined ? next : join(joined, next);
    }
    return joined;
  };
}

function weighted(value: Exact, weight: Exact): Exact {
  return weight === ONE ? value : multiply(value, weight);
}
