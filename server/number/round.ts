import { type Exact, exact } from "./exact.ts";

/**
 * How a value between two steps is rounded. `half_up` sends a half to the higher step (floor(x + 0.5), as the SDQ does), `half_away` away from
 * zero (SPSS, Excel), `half_even` to the even step (IEEE 754, R); `down` and `up` always take the lower or the higher step.
 */
export type RoundingMode = "half_up" | "half_even" | "half_away" | "down" | "up";

/** Rounds to a multiple of a step (1, 0.5, 0.001). Exact: a half is a half, whatever binary floating point would make of it. */
export function roundTo(value: Exact, step: Exact, mode: RoundingMode): Exact {
  return step.n === 0n ? value : step.mul(exact(roundWhole(value.div(step), mode)));
}

/** The whole number that a value is rounded to. */
export function roundWhole(value: Exact, mode: RoundingMode): bigint {
  const low = value.floor();
  const whole = low.s * low.n;
  const rest = value.sub(low);
  if (rest.n === 0n) return whole;
  switch (mode) {
    case "down":
      return whole;
    case "up":
      return whole + 1n;
  }
  const side = 2n * rest.n - rest.d;
  if (side !== 0n) return side > 0n ? whole + 1n : whole;
  if (mode === "half_even") return whole % 2n === 0n ? whole : whole + 1n;
  return mode === "half_away" && value.s < 0n ? whole : whole + 1n;
}
