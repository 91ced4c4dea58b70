import Fraction from "fraction.js";

/** An exact rational number. All arithmetic on scores uses it: no verdict ever depends on binary floating point. */
export type Exact = Fraction;

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/;

/** The number that these digits write (`7`, `-0.5`, `1e-9`), or undefined where the text is not a decimal number. */
export function parseExact(text: string): Exact | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const [digits = "", exponent] = text.toLowerCase().split("e");
  // The library reads digits but no exponent.
  const mantissa = new Fraction(digits);
  if (exponent === undefined) return mantissa;
  const power = 10n ** BigInt(exponent.replace(/^[-+]/, ""));
  return exponent.startsWith("-") ? mantissa.div(power) : mantissa.mul(power);
}

/** An exact number from a whole JavaScript number or a BigInt; never from one with a fraction. */
export function exact(whole: number | bigint, denominator: number | bigint = 1): Exact {
  return new Fraction(BigInt(whole), BigInt(denominator));
}

export const ZERO = exact(0);
export const ONE = exact(1);
