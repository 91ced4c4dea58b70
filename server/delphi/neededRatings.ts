import type { Comparison } from "../model/delphi.ts";
import { signedNumerator } from "../number/exact.ts";

/** How many of n ratings satisfy a comparison of their percentage: from the least to the most. */
export interface NeededRatings {
  readonly least: number;
  readonly most: number;
}

/** Worked out in whole numbers: k of n is at least T percent where 100 k >= T n. Undefined where no number of ratings does. */
export function neededRatings(n: number, { word, at }: Comparison): NeededRatings | undefined {
  // k is compared with level / unit.
  const level = signedNumerator(at) * BigInt(n);
  const unit = 100n * at.d;
  const below = Number(level >= 0n ? level / unit : -((-level + unit - 1n) / unit));
  const isWhole = level % unit === 0n;
  const [least, most] = {
    at_least: [isWhole ? below : below + 1, n],
    above: [below + 1, n],
    at_most: [0, below],
    below: [0, isWhole ? below - 1 : below],
    equals: isWhole ? [below, below] : [1, 0],
  }[word] as [number, number];
  const found = { least: Math.max(0, least), most: Math.min(n, most) };
  return found.least <= found.most ? found : undefined;
}

/** Whether some number of n ratings is the percentage exactly, so that `at_least` and `above` differ. */
export function isAttained(n: number, { at }: Comparison): number | undefined {
  const level = signedNumerator(at) * BigInt(n);
  const unit = 100n * at.d;
  const k = Number(level / unit);
  return level % unit === 0n && k >= 0 && k <= n ? k : undefined;
}
