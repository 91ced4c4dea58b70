import type { Disagreement, QuantileType } from "../model/delphi.ts";
import { absolute, add, compare, divide, multiply, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, ratio } from "../number/exact.ts";
import type { RatingScale } from "./ratingScale.ts";
import { median, PERCENTILES_30_70, quantile } from "./statistics.ts";
import { countAt, type Tally } from "./tally.ts";

/*
 * The RAND/UCLA appropriateness method (Fitch, Bernstein, Aguilar et al., The RAND/UCLA Appropriateness Method User's Manual, RAND 2001),
 * on ratings from 1 to 9 with the regions 1-3, 4-6 and 7-9.
 */

export const LOW_REGION = [0, 1, 2] as const;
const MIDDLE_REGION = [3, 4, 5] as const;
export const HIGH_REGION = [6, 7, 8] as const;

/**
 * So many ratings in each end are disagreement: the manual's table for 8 to 16 panellists (reprinted in BMC Medical Informatics and Decision Making
 * 2012;12:93, table 7), which floor((n + 1) / 3) gives and continues.
 */
export const tableThreshold = (n: number): number => Math.floor((n + 1) / 3);

/** So many are a third of the panel. */
export const oneThirdThreshold = (n: number): number => Math.ceil(n / 3);

/** Agreement by the table: fewer ratings outside the region of the median than would be disagreement in each end. */
export function agreesByTable(scale: RatingScale, tally: Tally): boolean | undefined {
  const outside = outsideMedianRegion(scale, tally);
  return outside === undefined ? undefined : outside < tableThreshold(tally.rated);
}

export function outsideMedianRegion(scale: RatingScale, tally: Tally): number | undefined {
  const middle = median(scale, tally);
  if (!middle) return undefined;
  const region = compare(middle, exact(7, 2)) < 0 ? LOW_REGION : compare(middle, exact(13, 2)) < 0 ? MIDDLE_REGION : HIGH_REGION;
  return tally.rated - countAt(tally, region);
}

/** The interpercentile range, and the range that would be disagreement given how far the ratings lie from the middle of the scale. */
export interface Ipras {
  readonly p30: Exact;
  readonly p70: Exact;
  readonly ipr: Exact;
  /** The point in the middle of the range. */
  readonly centre: Exact;
  readonly asymmetry: Exact;
  readonly ipras: Exact;
  /** IPR / IPRAS: above 1 there is disagreement. */
  readonly index: Exact | undefined;
}

/** IPRAS = 2.35 + 1.5 AI with AI = |5 - IPRCP|; the constants are those of the manual. */
export function iprasOf(scale: RatingScale, tally: Tally, type: QuantileType): Ipras | undefined {
  const [p30, p70] = PERCENTILES_30_70.map((p) => quantile(scale, tally, p, type));
  if (!p30 || !p70) return undefined;
  const ipr = subtract(p70, p30);
  const centre = multiply(add(p30, p70), exact(1, 2));
  const asymmetry = absolute(subtract(exact(5), centre));
  const ipras = add(ratio(47n, 20n), multiply(ratio(3n, 2n), asymmetry));
  return { p30, p70, ipr, centre, asymmetry, ipras, index: divide(ipr, ipras) };
}

/** Whether the panel disagrees; undefined where nobody rated, or where the method needs a definition of the quantile and has none. */
export function disagrees(scale: RatingScale, tally: Tally, method: Disagreement, type: QuantileType | undefined): boolean | undefined {
  if (tally.rated === 0) return undefined;
  if (method === "ipras") {
    const found = type && iprasOf(scale, tally, type);
    return found && compare(found.ipr, found.ipras) > 0;
  }
  const needed = method === "table" ? tableThreshold(tally.rated) : oneThirdThreshold(tally.rated);
  return countAt(tally, LOW_REGION) >= needed && countAt(tally, HIGH_REGION) >= needed;
}
