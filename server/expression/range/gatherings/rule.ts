import { type Exact, ONE, ZERO } from "../../../number/exact.ts";
import { isKind, type Value } from "../../value.ts";

/** How members become one number, and what happens with missing ones. */
export interface CombiningRule {
  readonly method: "sum" | "mean" | "min" | "max" | "product";
  readonly weights: readonly Exact[];
  /** Members that must be there. */
  readonly always: readonly boolean[];
  readonly needed: number;
  /** What stands for a missing member, before its weight; undefined: nothing, and it does not count. */
  readonly fill?: "person_mean" | Exact;
  /** What no member at all gives. */
  readonly none: Value;
  /** Members are counted: true is 1, several codes are their number, anything else 0. */
  readonly counts?: boolean;
}

/** What one member counts. */
export function weightOf(value: Value): Exact {
  if (isKind(value, "codes")) return ONE.mul(value.codes.length);
  return value === true ? ONE : ZERO;
}

/** What the weighted sum is multiplied by; undefined where weights of zero leave nothing to divide by. */
export function factorOf({ method, fill }: CombiningRule, missing: number, weight: Exact, all: Exact): Exact | undefined {
  if (missing === 0 || typeof fill === "object") return method === "sum" ? ONE : inverse(all);
  if (fill === undefined) return method === "sum" ? ONE : inverse(weight);
  const mean = inverse(weight);
  if (method === "sum") return mean && all.mul(mean);
  return all.equals(ZERO) ? undefined : mean;
}

function inverse(weight: Exact): Exact | undefined {
  return weight.equals(ZERO) ? undefined : weight.inverse();
}
