import { type Exact, exact, signedNumerator } from "./exact.ts";
import { roundTo } from "./round.ts";

/** Significant digits of a number that has no exact decimal form. */
const DIGITS = 12;

/** A longer exact decimal is an irrational number cut off (roots have 40 digits) or as good as one: nobody would copy it. */
const MOST_EXACT_DIGITS = 30;

/** A number as it is printed everywhere: the shortest exact decimal form, otherwise rounded half-even to 12 significant digits. Never an exponent. */
export function printExact(x: Exact): string {
  if (x.d === 1n) return signedNumerator(x).toString();
  const places = decimalPlaces(x.d);
  if (places !== undefined) {
    const digits = (x.n * 10n ** BigInt(places)) / x.d;
    if (digits.toString().length <= MOST_EXACT_DIGITS) return written(x.s, digits, places);
  }
  return rounded(x);
}

/** The decimal form of a number to its last digit, however long; undefined where it never ends. */
export function exactDecimal(x: Exact): string | undefined {
  const places = decimalPlaces(x.d);
  return places === undefined ? undefined : written(x.s, (x.n * 10n ** BigInt(places)) / x.d, places);
}

/** How many decimals a fraction with this denominator has; undefined where they never end. */
function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function rounded(x: Exact): string {
  // Where the first digit stands: 0 for 1 to 9, 1 for 10 to 99, -1 for 0.1 to 0.9 ...
  let first = x.n.toString().length - x.d.toString().length;
  if (x.n * scale(-first) < x.d * scale(first)) first--;
  const places = DIGITS - 1 - first;
  const step = places >= 0 ? exact(1, 10n ** BigInt(places)) : exact(10n ** BigInt(-places));
  const value = roundTo(x, step, "half_even");
  return places <= 0 ? signedNumerator(value).toString() : written(value.s, (value.n * 10n ** BigInt(places)) / value.d, places);
}

function scale(places: number): bigint {
  return places > 0 ? 10n ** BigInt(places) : 1n;
}

/** `digits` with the decimal point so many places from the right, without zeros at the end. */
function written(sign: bigint, digits: bigint, places: number): string {
  const all = digits.toString().padStart(places + 1, "0");
  const decimals = all.slice(all.length - places).replace(/0+$/, "");
  const whole = all.slice(0, all.length - places);
  return `${sign < 0n ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}
