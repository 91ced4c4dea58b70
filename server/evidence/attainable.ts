import type { Exact } from "../number/exact.ts";
import type { PossibleRange } from "../scoring/range.ts";

/** The lowest value between two ends (included) that a score can reach; `none` where it is proved that there is none. An end that is undefined is open. */
export function attainableIn(possible: PossibleRange, from: Exact | undefined, to: Exact | undefined): Exact | "none" | "unknown" {
  const { min, max, step, attainable, exact } = possible;
  const low = from && (!min || from.compare(min) >= 0) ? from : min;
  const high = to && (!max || to.compare(max) <= 0) ? to : max;
  if (low && high && low.compare(high) > 0) return "none";
  if (!exact) return "unknown";
  if (attainable) return attainable.find((value) => (!low || value.compare(low) >= 0) && (!high || value.compare(high) <= 0)) ?? "none";
  if (step && min && low) {
    const value = min.add(low.sub(min).div(step).ceil().mul(step));
    return !high || value.compare(high) <= 0 ? value : "none";
  }
  return "unknown";
}
