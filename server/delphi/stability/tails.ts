/*
 * Tails of distributions, in double precision: probabilities of tests, which no verdict but a stability test rests on. Correct to about 14 digits
 * (checked against R 4.2.2).
 */

/** The chance of a standard normal variable beyond z on one side. */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  return upperGamma(0.5, (z * z) / 2) / 2;
}

/** The chance of a chi-square variable with so many degrees of freedom above x. */
export const chiSquareTail = (x: number, degrees: number): number => upperGamma(degrees / 2, x / 2);

/**
 * The regularised upper incomplete gamma function Q(a, x) for whole and half a: from Q(1/2, x) = erfc(sqrt x) or Q(1, x) = exp(-x) by the recurrence
 * Q(a + 1, x) = Q(a, x) + x^a exp(-x) / Gamma(a + 1) (Digital Library of Mathematical Functions, 8.8.6).
 */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const isHalf = a % 1 !== 0;
  let tail = isHalf ? complementaryError(Math.sqrt(x)) : Math.exp(-x);
  // x^k exp(-x) / Gamma(k + 1) for k = 1/2 or 1, and from there one step after the other.
  let term = isHalf ? 2 * Math.sqrt(x / Math.PI) * Math.exp(-x) : x * Math.exp(-x);
  for (let k = isHalf ? 0.5 : 1; k < a; k++) {
    tail += term;
    term *= x / (k + 1);
  }
  return Math.min(1, tail);
}

/** erfc for x >= 0: by the series of erf (DLMF 7.6.2) below 2, by its continued fraction (7.9.3) from there on. */
function complementaryError(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-18 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 120; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
