import { type Exact, ONE, reducedRatio, ZERO } from "./exact.ts";
import { type Root, root } from "./root.ts";

/** Larger powers are not worked out: no score needs them, and `9^9^9` must not stop the editor. */
const MOST_BITS = 100_000;
const HIGHEST_ROOT = 1000n;

/**
 * Base to the power of exponent: exact for whole exponents, otherwise exact where the root is a fraction and rounded to 40 digits where it is not.
 * Undefined: 0 to a negative power, a fractional power of a negative number, and what is too large to be written down. 0 to the power of 0 is 1.
 */
export function power(base: Exact, exponent: Exact): Root | undefined {
  if (exponent.n === 0n) return { value: ONE, exact: true };
  if (base.n === 0n) return exponent.s < 0n ? undefined : { value: ZERO, exact: true };
  if (base.n === 1n && base.d === 1n && base.s > 0n) return { value: ONE, exact: true };
  const bits = BigInt(Math.max(base.n.toString(2).length, base.d.toString(2).length));
  if (exponent.n * bits > MOST_BITS || exponent.d > HIGHEST_ROOT) return undefined;
  const raised = wholePower(base, exponent.s < 0n ? -exponent.n : exponent.n);
  if (exponent.d === 1n) return { value: raised, exact: true };
  return base.s < 0n ? undefined : root(raised, Number(exponent.d));
}

function wholePower({ s, n, d }: Exact, exponent: bigint): Exact {
  const times = exponent < 0n ? -exponent : exponent;
  const sign = s < 0n && times % 2n === 1n ? -1n : 1n;
  const [top, bottom] = exponent < 0n ? [d, n] : [n, d];
  return reducedRatio(sign * top ** times, bottom ** times);
}
