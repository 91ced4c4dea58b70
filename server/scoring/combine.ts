import type { Method, MissingRule } from "../model/instrument.ts";
import { neededCount } from "../model/resolve.ts";
import { type Exact, exact, ONE, ZERO } from "../number/exact.ts";

/** What one entry brings to a score: its value after recoding and reversing (undefined is missing), its weight, and whether it must be there. */
export interface Part {
  readonly value?: Exact;
  readonly weight: Exact;
  readonly always: boolean;
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

/**
 * Missing rule and method together. A sum adds weight x value; a mean divides by the weights of what it adds; the person mean that fills a gap is
 * the weighted mean of the answered. min, max and product take weight x value as well.
 */
export function combine(method: Method | undefined, parts: readonly Part[], rule: MissingRule | undefined): Combined {
  const answered = parts.filter(({ value }) => value !== undefined).length;
  const needed = neededCount(rule, parts.length);
  const always = parts.every(({ value, always }) => value !== undefined || !always);
  const state = { answered, needed, entries: parts.length, enough: answered >= needed && always };
  if (!state.enough) return state;
  if (answered === parts.length) return { ...state, value: joined(method ?? "sum", parts) };
  const filled = fillValue(parts, rule?.fill);
  if (filled === "impossible") return state;
  const present =
    filled === undefined
      ? parts.filter(({ value }) => value !== undefined)
      : parts.map((part) => ({ ...part, value: part.value ?? filled }));
  return { ...state, filled, value: joined(method ?? "sum", present) };
}

function fillValue(parts: readonly Part[], fill: MissingRule["fill"]): Exact | undefined | "impossible" {
  if (fill === undefined || fill === "none") return undefined;
  return fill === "person_mean"
    ? (joined(
        "mean",
        parts.filter(({ value }) => value !== undefined),
      ) ?? "impossible")
    : fill;
}

function joined(method: Method, parts: readonly Part[]): Exact | undefined {
  const values = parts.map(({ value, weight }) => (value ?? ZERO).mul(weight));
  const [first, ...rest] = values;
  switch (method) {
    case "sum":
      return total(values);
    case "mean": {
      const weights = total(parts.map(({ weight }) => weight));
      return weights.equals(ZERO) ? undefined : total(values).div(weights);
    }
    case "product":
      return first === undefined ? undefined : values.reduce((product, value) => product.mul(value), ONE);
    case "min":
      return first === undefined ? undefined : rest.reduce((least, value) => (value.lt(least) ? value : least), first);
    case "max":
      return first === undefined ? undefined : rest.reduce((most, value) => (value.gt(most) ? value : most), first);
  }
}

/** The sum of exact numbers. Numbers of one denominator are added as whole numbers, which is what nearly all questionnaires need. */
export function total(values: readonly Exact[]): Exact {
  let sum = 0n;
  let denominator = 1n;
  for (const { s, n, d } of values) {
    if (d === denominator) sum += s * n;
    else {
      sum = sum * d + s * n * denominator;
      denominator *= d;
    }
  }
  return exact(sum, denominator);
}
