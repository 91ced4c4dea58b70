import { type Exact, ratio, reducedRatio, signedNumerator, wholeNumber, ZERO } from "./exact.ts";

/*
 * The operations that scoring a data file goes through for every cell. Scores are nearly always whole numbers, so each operation takes the
 * short way where both sides are, and divides by a greatest common divisor only where the result can have one.
 */

export function add(a: Exact, b: Exact): Exact {
  return addSigned(a, b, signedNumerator(b));
}

export function subtract(a: Exact, b: Exact): Exact {
  return addSigned(a, b, -signedNumerator(b));
}

function addSigned(a: Exact, b: Exact, numerator: bigint): Exact {
  const left = signedNumerator(a);
  if (a.d === 1n) return b.d === 1n ? wholeNumber(left + numerator) : reducedRatio(left * b.d + numerator, b.d);
  if (b.d === 1n) return reducedRatio(left + numerator * a.d, a.d);
  return a.d === b.d ? ratio(left + numerator, a.d) : ratio(left * b.d + numerator * a.d, a.d * b.d);
}

export function multiply(a: Exact, b: Exact): Exact {
  const numerator = signedNumerator(a) * signedNumerator(b);
  return a.d === 1n && b.d === 1n ? wholeNumber(numerator) : ratio(numerator, a.d * b.d);
}

/** Undefined where the divisor is zero. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.n === 0n) return undefined;
  const numerator = b.s < 0n ? -signedNumerator(a) : signedNumerator(a);
  return ratio(numerator * b.d, a.d * b.n);
}

/** What is left over, with the sign of the divisor: -1 mod 24 is 23. Undefined where the divisor is zero. */
export function modulo(a: Exact, b: Exact): Exact | undefined {
  if (b.n === 0n) return undefined;
  const divisor = signedNumerator(b) * a.d;
  const rest = (signedNumerator(a) * b.d) % divisor;
  const turned = rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest;
  return a.d === 1n && b.d === 1n ? wholeNumber(turned) : ratio(turned, a.d * b.d);
}

export function negate(a: Exact): Exact {
  return reducedRatio(-signedNumerator(a), a.d);
}

export function absolute(a: Exact): Exact {
  return a.s < 0n ? reducedRatio(a.n, a.d) : a;
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.d === b.d ? signedNumerator(a) : signedNumerator(a) * b.d;
  const right = a.d === b.d ? signedNumerator(b) : signedNumerator(b) * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Exact, b: Exact): boolean {
  return a === b || (a.n === b.n && a.d === b.d && a.s === b.s);
}

export function isWhole(a: Exact): boolean {
  return a.d === 1n;
}

/** The greatest whole number that is not above a. */
export function floor(a: Exact): Exact {
  if (a.d === 1n) return a;
  const below = signedNumerator(a) / a.d;
  return wholeNumber(a.s < 0n ? below - 1n : below);
}

/** The least whole number that is not below a. */
export function ceil(a: Exact): Exact {
  return negate(floor(negate(a)));
}

/** All of them added; 0 for none. */
export function total(numbers: readonly Exact[]): Exact {
  let whole = 0n;
  let rest = ZERO;
  for (const number of numbers) {
    if (number.d === 1n) whole += signedNumerator(number);
    else rest = add(rest, number);
  }
  return add(wholeNumber(whole), rest);
}
