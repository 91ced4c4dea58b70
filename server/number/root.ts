import { type Exact, ratio, reducedRatio, ZERO } from "./exact.ts";

/** A root: exact where it is a fraction, otherwise correctly rounded to 40 significant digits. */
export interface Root {
  readonly value: Exact;
  readonly exact: boolean;
}

/** Digits that an irrational root is given to: far beyond any printed score, so that no verdict depends on where it stops. */
export const ROOT_DIGITS = 40;

/** The square root; undefined of a negative number. */
export function squareRoot(x: Exact): Root | undefined {
  return root(x, 2);
}

/** The `degree`-th root (2 or more) of a number that is not negative; undefined of a negative one. */
export function root(x: Exact, degree: number): Root | undefined {
  if (x.n === 0n) return { value: ZERO, exact: true };
  if (x.s < 0n) return undefined;
  const numerator = wholeRoot(x.n, degree);
  const denominator = wholeRoot(x.d, degree);
  const power = BigInt(degree);
  if (numerator ** power === x.n && denominator ** power === x.d) return { value: reducedRatio(numerator, denominator), exact: true };
  return { value: roundedRoot(x.n, x.d, degree), exact: false };
}

/** The irrational root of n/d: the whole number nearest to root(n/d) * 10^places, over 10^places. A tie cannot be: it would be rational. */
function roundedRoot(n: bigint, d: bigint, degree: number): Exact {
  const power = BigInt(degree);
  let places = BigInt(ROOT_DIGITS - Math.floor((n.toString().length - d.toString().length) / degree));
  for (;;) {
    const lower = wholeRoot(scaled(n, d, places * power), degree);
    // (2 lower + 1) / 2 is the middle between the two neighbours.
    const above = (2n * lower + 1n) ** power * d * scale(-places * power) < 2n ** power * n * scale(places * power);
    const nearest = above ? lower + 1n : lower;
    const digits = nearest.toString().length;
    if (digits === ROOT_DIGITS) return places >= 0n ? ratio(nearest, 10n ** places) : ratio(nearest * 10n ** -places, 1n);
    // The first guess of the size is a digit or two off; 10^40 itself counts as 40 digits at the next try.
    places += BigInt(ROOT_DIGITS - digits);
  }
}

/** The whole part of n/d * 10^places. */
function scaled(n: bigint, d: bigint, places: bigint): bigint {
  return (n * scale(places)) / (d * scale(-places));
}

function scale(places: bigint): bigint {
  return places > 0n ? 10n ** places : 1n;
}

/** The greatest whole number whose power is not above n, by Newton's method from above. */
function wholeRoot(n: bigint, degree: number): bigint {
  if (n < 2n) return n;
  const power = BigInt(degree);
  let guess = guessAbove(n, degree);
  for (;;) {
    const better = ((power - 1n) * guess + n / guess ** (power - 1n)) / power;
    if (better >= guess) return guess;
    guess = better;
  }
}

/** A whole number not below the root and near it, from logarithms: Newton's method then needs a few steps only, even of high degrees. */
function guessAbove(n: bigint, degree: number): bigint {
  const digits = n.toString(16);
  const logarithm = Math.log2(Number.parseInt(digits.slice(0, 12), 16) + 1) + 4 * Math.max(0, digits.length - 12);
  const bits = logarithm / degree;
  const shift = Math.max(0, Math.floor(bits) - 50);
  return (BigInt(Math.ceil(2 ** (bits - shift) * (1 + 1e-9))) + 1n) << BigInt(shift);
}
