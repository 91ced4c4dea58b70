import { type Exact, ratio, signedNumerator } from "./exact.ts";

/**
 * How a number that lies between two steps is rounded. The five differ between programs, so no instrument may leave the mode out:
 * - `half_up`: to the nearest, a tie towards plus infinity: 2.5 to 3, -2.5 to -2. JavaScript's Math.round; floor(x + 0.5) of most manuals.
 * - `half_even`: to the nearest, a tie to the even one: 0.5 to 0, 1.5 to 2, 2.5 to 2. R's round() and Python's round().
 * - `half_away`: to the nearest, a tie away from zero: 2.5 to 3, -2.5 to -3. SPSS's RND, Excel's ROUND.
 * - `down`: to the next lower one: -2.5 to -3. floor() everywhere.
 * - `up`: to the next higher one: -2.5 to -2. ceiling() everywhere.
 */
export type RoundingMode = "half_up" | "half_even" | "half_away" | "down" | "up";

export const ROUNDING_MODES: readonly RoundingMode[] = ["half_up", "half_even", "half_away", "down", "up"];

/** The multiple of `step` (1, 0.5, 0.001; its sign does not matter) that a number is rounded to. A step of 0 leaves the number as it is. */
export function roundTo(x: Exact, step: Exact, mode: RoundingMode): Exact {
  if (step.n === 0n || (x.d === 1n && step.d === 1n && step.n === 1n)) return x;
  const numerator = signedNumerator(x) * step.d;
  const denominator = x.d * step.n;
  let steps = numerator / denominator;
  let rest = numerator - steps * denominator;
  // BigInt division cuts towards zero: make it the lower neighbour.
  if (rest < 0n) {
    steps -= 1n;
    rest += denominator;
  }
  if (rest !== 0n && goesUp(mode, 2n * rest - denominator, steps)) steps += 1n;
  return ratio(steps * step.n, step.d);
}

/** Whether the upper neighbour is taken: `beyond` is above, at or below 0 as the number is above, at or below the middle. */
function goesUp(mode: RoundingMode, beyond: bigint, lower: bigint): boolean {
  if (mode === "down" || mode === "up") return mode === "up";
  if (beyond !== 0n) return beyond > 0n;
  if (mode === "half_even") return lower % 2n !== 0n;
  return mode === "half_up" || lower >= 0n;
}
