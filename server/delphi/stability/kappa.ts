import { divide, subtract } from "../../number/arithmetic.ts";
import { type Exact, exact, ONE } from "../../number/exact.ts";

/** Cohen's kappa of two rounds, each panellist with both of his or her ratings. Undefined where both rounds hold one and the same rating throughout. */
export interface Kappa {
  readonly unweighted: Exact | undefined;
  readonly linear: Exact | undefined;
  readonly quadratic: Exact | undefined;
}

/**
 * Weighted disagreement: kappa = 1 - observed / expected, with the weights 1 for each difference, |i - j| and (i - j)² (Cohen, Psychological Bulletin
 * 1968;70:213-220). `before` and `after`: places on the scale.
 */
export function kappa(before: readonly number[], after: readonly number[]): Kappa {
  const weighted = (weight: (distance: number) => number): Exact | undefined => {
    const observed = before.reduce((sum, place, i) => sum + weight(Math.abs(place - (after[i] ?? place))), 0);
    const [rows, columns] = [countsOf(before), countsOf(after)];
    let expected = 0;
    for (const [row, count] of rows) for (const [column, other] of columns) expected += count * other * weight(Math.abs(row - column));
    const ratio = divide(exact(observed * before.length), exact(expected));
    return ratio && subtract(ONE, ratio);
  };
  return {
    unweighted: weighted((distance) => (distance > 0 ? 1 : 0)),
    linear: weighted((distance) => distance),
    quadratic: weighted((distance) => distance * distance),
  };
}

export function countsOf(places: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}
