import { divide, multiply, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, ONE, ratio, ZERO } from "../number/exact.ts";

/** Lawshe's ratio, (n_e - N/2) / (N/2) (Personnel Psychology 1975;28:563-575), from -1 to 1. */
export function contentValidityRatio(agreeing: number, of: number): Exact | undefined {
  return divide(exact(2 * agreeing - of), exact(of));
}

/** The share of those who agree: I-CVI = A / N. */
export function itemContentValidity(agreeing: number, of: number): Exact | undefined {
  return divide(exact(agreeing), exact(of));
}

/**
 * The I-CVI corrected for agreement by chance: k* = (I-CVI - p) / (1 - p) with p = C(N, A) / 2^N (Polit, Beck and Owen, Research in Nursing &
 * Health 2007;30:459-467). Undefined where p is 1, with nobody.
 */
export function modifiedKappa(agreeing: number, of: number): Exact | undefined {
  const index = itemContentValidity(agreeing, of);
  const chance = chanceAgreement(agreeing, of);
  return index && divide(subtract(index, chance), subtract(ONE, chance));
}

/** The chance that just so many of all agree where each agrees with a chance of one half. */
export function chanceAgreement(agreeing: number, of: number): Exact {
  return ratio(choose(of, agreeing), 2n ** BigInt(of));
}

function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = (ways * BigInt(n - i + 1)) / BigInt(i);
  return ways;
}

/** Aiken's V: the mean distance from the lowest point as a share of the width of the scale. */
export function aikenV(ratings: readonly Exact[], low: Exact, high: Exact): Exact | undefined {
  const distance = ratings.reduce((total, rating) => total.add(rating.sub(low)), ZERO);
  return divide(distance, multiply(exact(ratings.length), subtract(high, low)));
}

/**
 * The fewest of n who must call a statement essential for it not to be chance: the least count whose upper tail in a binomial distribution with
 * one half is at most alpha (Ayre and Scally, Measurement and Evaluation in Counseling and Development 2014;47:79-86). Undefined where even all are too few.
 */
export function criticalEssential(n: number, alpha: Exact): number | undefined {
  let tail = 0n;
  let found: number | undefined;
  for (let count = n; count >= 0; count--) {
    tail += choose(n, count);
    if (tail * alpha.d > alpha.n * 2n ** BigInt(n)) break;
    found = count;
  }
  return found;
}
