import { type Exact, ONE, ratio, ZERO } from "../../number/exact.ts";
import { countsOf } from "./kappa.ts";
import { chiSquareTail } from "./tails.ts";

/**
 * The chi-square test of the ratings of one round against those of the next, panellist by panellist: individual stability (Chaffin and Talley,
 * Technological Forecasting and Social Change 1980;16:67-73). A small p says that the ratings hang together: here it means stable.
 */
export interface ChiSquare {
  readonly statistic: Exact;
  readonly degrees: number;
  /** The smallest expected count; below 5 the p value is not to be trusted. */
  readonly smallestExpected: Exact | undefined;
  /** Undefined where all gave one rating in one of the rounds. */
  readonly p: number | undefined;
}

export function chiSquare(before: readonly number[], after: readonly number[]): ChiSquare {
  const n = before.length;
  const [rows, columns] = [countsOf(before), countsOf(after)];
  const cells = new Map<string, number>();
  for (const [i, row] of before.entries()) {
    const key = `${row} ${after[i]}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  // Sum of O² / (R C) over the cells, times n, minus n: the same as the sum of (O - E)² / E.
  let sum = ZERO;
  for (const [key, count] of cells) {
    const [row = 0, column = 0] = key.split(" ").map(Number);
    sum = sum.add(ratio(BigInt(count) ** 2n, BigInt((rows.get(row) ?? 1) * (columns.get(column) ?? 1))));
  }
  const statistic = sum.sub(ONE).mul(n);
  const degrees = (rows.size - 1) * (columns.size - 1);
  const [fewestRow, fewestColumn] = [Math.min(...rows.values()), Math.min(...columns.values())];
  return {
    statistic: n === 0 ? ZERO : statistic,
    degrees,
    smallestExpected: degrees > 0 ? ratio(BigInt(fewestRow * fewestColumn), BigInt(n)) : undefined,
    p: degrees > 0 ? chiSquareTail(statistic.valueOf(), degrees) : undefined,
  };
}
