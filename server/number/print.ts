import { type Exact, exact } from "./exact.ts";

/** Digits of a number that no decimal writes exactly. */
const SIGNIFICANT = 12;

/**
 * A number as all output writes it: the shortest exact decimal where there is one, else rounded half to even to 12 significant digits. Never
 * with an exponent, and never from binary floating point.
 */
export function printExact(value: Exact): string {
  if (value.d === 1n) return (value.s * value.n).toString();
  const places = exactPlaces(value.d);
  return places === undefined ? printRounded(value) : decimal(value, (value.n * 10n ** BigInt(places)) / value.d, places);
}

/** How many decimals write a fraction of this denominator exactly; undefined where it has a factor besides 2 and 5. */
function exactPlaces(denominator: bigint): number | undefined {
  let [twos, fives, rest] = [0, 0, denominator];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function printRounded(value: Exact): string {
  // Digits before the point (negative: zeros behind it), found from the whole part or from how often ten fits into the inverse.
  let before = value.n >= value.d ? (value.n / value.d).toString().length : 1 - (value.d / value.n).toString().length;
  const scaled = value.abs().mul(power(SIGNIFICANT - before));
  let whole = halfEven(scaled);
  if (whole >= 10n ** BigInt(SIGNIFICANT)) {
    before++;
    whole = halfEven(scaled.div(10));
  }
  const places = SIGNIFICANT - before;
  return places > 0 ? decimal(value, whole, places) : (value.s * whole * 10n ** BigInt(-places)).toString();
}

function power(exponent: number): Exact {
  return exponent >= 0 ? exact(10n ** BigInt(exponent)) : exact(1, 10n ** BigInt(-exponent));
}

function halfEven(value: Exact): bigint {
  const whole = value.n / value.d;
  const twice = 2n * (value.n - whole * value.d);
  return twice > value.d || (twice === value.d && whole % 2n === 1n) ? whole + 1n : whole;
}

/** Digits with a point so many places from their end, without trailing zeros. */
function decimal(value: Exact, digits: bigint, places: number): string {
  const padded = digits.toString().padStart(places + 1, "0");
  const fraction = padded.slice(-places).replace(/0+$/, "");
  return `${value.s < 0n ? "-" : ""}${padded.slice(0, -places)}${fraction === "" ? "" : `.${fraction}`}`;
}
