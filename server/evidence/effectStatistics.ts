import type { PrintedNumber, PrintedP } from "./printedNumber.ts";

/**
 * What an estimate with its 95% confidence interval implies. These are checks on printed numbers, so floating point is good enough: every
 * comparison allows for what was rounded away in print (half a unit of the last decimal of each number) and for the slack named below.
 */
export interface PrintedEffect {
  readonly ratio: boolean;
  readonly estimate: PrintedNumber;
  readonly low: PrintedNumber;
  readonly high: PrintedNumber;
}

/** A range of numbers that the printed ones allow. */
export interface Allowed {
  readonly from: number;
  readonly to: number;
}

/** Standard errors to each side of a 95% interval. */
const Z95 = 1.959963984540054;

/** Profile likelihood and exact intervals lie a little askew: so much of half the width is no contradiction. */
const ASKEW = 0.2;

/** The estimate that lies in the middle of the interval (of a ratio the geometric mean), and whether the printed one can be it. */
export function middleOf({ ratio, estimate, low, high }: PrintedEffect): { readonly middle: number; readonly agrees: boolean } {
  const on = scale(ratio);
  const middle = (on.to(low.value) + on.to(high.value)) / 2;
  const half = (on.to(high.value) - on.to(low.value)) / 2;
  const rounding = [estimate, low, high].map((number) => spread(number, ratio)).reduce((a, b) => a + b, 0);
  return { middle: on.from(middle), agrees: Math.abs(on.to(estimate.value) - middle) <= ASKEW * half + rounding };
}

/**
 * The P values that the interval allows: z is the estimate over its standard error, which is the width of the interval over 2 x 1.96, on the
 * logarithm of a ratio (Altman & Bland, How to obtain the P value from a confidence interval, BMJ 2011;343:d2304).
 */
export function impliedP({ ratio, estimate, low, high }: PrintedEffect): Allowed & { readonly p: number } {
  const on = scale(ratio);
  const distance = Math.abs(on.to(estimate.value));
  const width = on.to(high.value) - on.to(low.value);
  const shift = spread(estimate, ratio);
  const slack = spread(low, ratio) + spread(high, ratio);
  const z = (size: number, over: number) => (over <= 0 ? Number.POSITIVE_INFINITY : (size * 2 * Z95) / over);
  return {
    p: twoSided(z(distance, width)),
    from: twoSided(z(distance + shift, width - slack)),
    to: twoSided(z(Math.max(0, distance - shift), width + slack)),
  };
}

/** How far a printed P may be from the implied one: other tests of the same effect (likelihood ratio, t) differ by a factor, more so for small samples. */
const FACTOR = { ratio: 3, difference: 10 } as const;

export function agreesWithP(effect: PrintedEffect, { comparison, number }: PrintedP): boolean {
  const { from, to } = impliedP(effect);
  const factor = effect.ratio ? FACTOR.ratio : FACTOR.difference;
  const [least, most] = [from / factor, to * factor];
  if (comparison === "<") return least < number.value + number.half;
  if (comparison === ">") return most > number.value - number.half;
  return number.value + number.half >= least && number.value - number.half <= most;
}

const scale = (ratio: boolean) =>
  ratio ? { to: Math.log, from: Math.exp } : { to: (value: number) => value, from: (value: number) => value };

/** How far a number can be from what was printed, on the scale that is calculated on. */
function spread({ value, half }: PrintedNumber, ratio: boolean): number {
  if (!ratio) return half;
  return value - half > 0 ? Math.log(value / (value - half)) : Number.POSITIVE_INFINITY;
}

/** P of a standard normal deviate in both directions. */
function twoSided(z: number): number {
  return complementaryError(z / Math.SQRT2);
}

/** The complementary error function to a relative error below 1.2e-7 for all z (Press et al., Numerical Recipes, section 6.2). */
function complementaryError(z: number): number {
  if (z > 26) return 0;
  const t = 1 / (1 + z / 2);
  const polynomial = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277,
  ].reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-z * z + polynomial);
}
