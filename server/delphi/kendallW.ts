import { divide } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";

/**
 * Kendall's coefficient of concordance, corrected for ties: W = 12 S / (m² (n³ - n) - m T), T the sum of t³ - t over the ties of each panellist
 * (Kendall and Gibbons, Rank Correlation Methods, 1990; equal to R's `friedman.test` by chi² = m (n - 1) W). `rows`: the ratings of each panellist,
 * as places on the scale, of the same statements. Undefined for fewer than two panellists or statements, or where all ratings are tied.
 */
export function kendallW(rows: readonly ArrayLike<number>[]): Exact | undefined {
  const m = rows.length;
  const n = rows[0]?.length ?? 0;
  if (m < 2 || n < 2) return undefined;
  // Twice the ranks, which are whole numbers with ties too, by how many ratings lie at each place and below it.
  const sums = new Float64Array(n);
  let ties = 0n;
  for (const row of rows) {
    const counts: number[] = [];
    for (let i = 0; i < n; i++) counts[row[i] ?? 0] = (counts[row[i] ?? 0] ?? 0) + 1;
    const doubled: number[] = [];
    let below = 0;
    for (let place = 0; place < counts.length; place++) {
      const tied = counts[place] ?? 0;
      doubled[place] = 2 * below + tied + 1;
      below += tied;
      ties += BigInt(tied) ** 3n - BigInt(tied);
    }
    for (let i = 0; i < n; i++) sums[i] = (sums[i] ?? 0) + (doubled[row[i] ?? 0] ?? 0);
  }
  const middle = BigInt(m * (n + 1));
  const spread = sums.reduce((total, sum) => total + (BigInt(sum) - middle) ** 2n, 0n);
  const [people, statements] = [BigInt(m), BigInt(n)];
  // S over twice the ranks is four times S.
  return divide(exact(3n * spread), exact(people ** 2n * (statements ** 3n - statements) - people * ties));
}
