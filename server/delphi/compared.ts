import type { Comparison, ComparisonWord } from "../model/delphi.ts";
import { compare } from "../number/arithmetic.ts";
import { type Exact, exact, signedNumerator } from "../number/exact.ts";

/** Whether a number is at least, above, at most, below or equal to what it is compared with. */
export function isSo(value: Exact, { word, at }: Comparison): boolean {
  return fits(word, compare(value, at));
}

/**
 * Whether k of n, in percent, is at least, above, at most, below or equal to T: 100 k is compared with T n as whole numbers. A rounded percent
 * passes 16 of 23 (69.57) as 70. Undefined where there is nobody to take a percentage of.
 */
export function shareIsSo(k: number, n: number, { word, at }: Comparison): boolean | undefined {
  if (n === 0) return undefined;
  const [numerator, denominator] = [Number(signedNumerator(at)), Number(at.d)];
  const [left, right] = [100 * k * denominator, numerator * n];
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return fits(word, Math.sign(left - right));
  return isSo(exact(100 * k, n), { word, at });
}

function fits(word: ComparisonWord, order: number): boolean {
  switch (word) {
    case "at_least":
      return order >= 0;
    case "above":
      return order > 0;
    case "at_most":
      return order <= 0;
    case "below":
      return order < 0;
    case "equals":
      return order === 0;
  }
}

/** What holds exactly where the comparison does not. */
export const OPPOSITE: Readonly<Record<Exclude<ComparisonWord, "equals">, ComparisonWord>> = {
  at_least: "below",
  above: "at_most",
  at_most: "above",
  below: "at_least",
};
