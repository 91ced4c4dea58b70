import Fraction from "fraction.js";

/**
 * An exact rational number: sign `s` (1 or -1; 1 of zero), numerator `n` and denominator `d`, reduced. All arithmetic on scores uses it:
 * no verdict ever depends on binary floating point. `arithmetic.ts` has the operations that many rows go through; the methods of
 * fraction.js may be used everywhere else.
 */
export type Exact = Fraction;

const DECIMAL = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,3}))?$/;

/** The number that these digits write (`7`, `-0.5`, `1e-9`), or undefined where the text is not a decimal number. */
export function parseExact(text: string): Exact | undefined {
  const [match, sign, whole = "", decimals = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  if (match === undefined || whole + decimals === "") return undefined;
  const digits = BigInt(whole + decimals);
  const value = sign === "-" ? -digits : digits;
  const places = Number(exponent) - decimals.length;
  return places >= 0 ? wholeNumber(value * 10n ** BigInt(places)) : ratio(value, 10n ** BigInt(-places));
}

/** An exact number from a whole JavaScript number or a BigInt; never from one with a fraction. The denominator may not be 0. */
export function exact(whole: number | bigint, denominator: number | bigint = 1): Exact {
  if (denominator === 1) {
    if (typeof whole === "number") return SMALL[whole - LEAST] ?? wholeNumber(BigInt(whole));
    return wholeNumber(whole);
  }
  const below = BigInt(denominator);
  return below > 0n ? ratio(BigInt(whole), below) : new Fraction(BigInt(whole), below);
}

/** A number over a denominator of at least 1, reduced to lowest terms. */
export function ratio(signed: bigint, denominator: bigint): Exact {
  const numerator = signed < 0n ? -signed : signed;
  const divisor = greatestCommonDivisor(numerator, denominator);
  if (divisor === 1n) return new Reduced(signed < 0n ? -1n : 1n, numerator, denominator);
  return new Reduced(signed < 0n ? -1n : 1n, numerator / divisor, denominator / divisor);
}

/** As `ratio`, where the two are known to share no factor. */
export function reducedRatio(signed: bigint, denominator: bigint): Exact {
  return signed < 0n ? new Reduced(-1n, -signed, denominator) : new Reduced(1n, signed, denominator);
}

export function wholeNumber(signed: bigint): Exact {
  return signed < 0n ? new Reduced(-1n, -signed, 1n) : new Reduced(1n, signed, 1n);
}

/** The numerator with its sign. */
export function signedNumerator(x: Exact): bigint {
  return x.s < 0n ? -x.n : x.n;
}

/**
 * Makes a Fraction whose parts are known to be reduced: the constructor of fraction.js would divide by their greatest common divisor once more,
 * which costs more than the arithmetic itself.
 */
const Reduced = function (this: { s: bigint; n: bigint; d: bigint }, s: bigint, n: bigint, d: bigint) {
  this.s = s;
  this.n = n;
  this.d = d;
} as unknown as new (
  s: bigint,
  n: bigint,
  d: bigint,
) => Exact;
Reduced.prototype = Fraction.prototype;

/** Euclid's algorithm, on JavaScript numbers as soon as they hold both values exactly. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  if (b === 1n || a === 1n) return 1n;
  while (a > SAFE || b > SAFE) {
    if (b === 0n) return a;
    [a, b] = [b, a % b];
  }
  let [x, y] = [Number(a), Number(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Codes and item scores are nearly always small whole numbers. */
const LEAST = -128;
const SMALL: readonly Exact[] = Array.from({ length: 1153 }, (_, place) => wholeNumber(BigInt(place + LEAST)));

export const isExact = (value: unknown): value is Exact => value instanceof Fraction;

export const ZERO = exact(0);
export const ONE = exact(1);
