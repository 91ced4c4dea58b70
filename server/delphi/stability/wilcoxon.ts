import { normalTail } from "./tails.ts";

/** The Wilcoxon signed rank test of paired ratings. */
export interface Wilcoxon {
  /** Pairs that differ. */
  readonly changed: number;
  /** Sum of the ranks of those that went up. */
  readonly ranksUp: number;
  /** Two-sided; undefined where no pair differs. Exact by all signs of the ranks as they are tied, for up to `EXACT` pairs that differ. */
  readonly p: number | undefined;
  /** By the normal approximation, with the variance corrected for ties and the continuity correction (R: `wilcox.test(exact = FALSE)`). */
  readonly pNormal: number | undefined;
}

/** Up to here the number of sign patterns is a whole number that a double holds exactly. */
const EXACT = 50;

/** `differences`: after minus before, of each pair. Pairs that do not differ are left out (Wilcoxon, Biometrics Bulletin 1945;1:80-83). */
export function wilcoxon(differences: readonly number[]): Wilcoxon {
  const changed = differences.filter((difference) => difference !== 0);
  const n = changed.length;
  if (n === 0) return { changed: 0, ranksUp: 0, p: undefined, pNormal: undefined };
  const sorted = changed.map((difference) => ({ size: Math.abs(difference), up: difference > 0 })).sort((a, b) => a.size - b.size);
  // Twice the ranks, which are whole numbers with ties too.
  const doubled: number[] = [];
  let ties = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    while (to + 1 < n && sorted[to + 1]?.size === sorted[from]?.size) to++;
    for (let i = from; i <= to; i++) doubled.push(from + to + 2);
    const tied = to - from + 1;
    ties += tied ** 3 - tied;
    from = to + 1;
  }
  const up = doubled.reduce((sum, rank, i) => sum + (sorted[i]?.up ? rank : 0), 0);
  const pNormal = normal(up / 2, n, ties);
  return { changed: n, ranksUp: up / 2, p: n <= EXACT ? exactP(doubled, up) : pNormal, pNormal };
}

/** Twice the smaller tail over all 2^n signs, at most 1. */
function exactP(doubled: readonly number[], observed: number): number {
  const most = doubled.reduce((sum, rank) => sum + rank, 0);
  const ways = new Float64Array(most + 1);
  ways[0] = 1;
  let reached = 0;
  for (const rank of doubled) {
    reached += rank;
    for (let sum = reached; sum >= rank; sum--) ways[sum] = (ways[sum] ?? 0) + (ways[sum - rank] ?? 0);
  }
  const upTo = (end: number) => ways.subarray(0, end + 1).reduce((total, way) => total + way, 0);
  const all = 2 ** doubled.length;
  const [below, above] = [upTo(observed), all - upTo(observed - 1)];
  return Math.min(1, (2 * Math.min(below, above)) / all);
}

function normal(ranksUp: number, n: number, ties: number): number {
  const distance = ranksUp - (n * (n + 1)) / 4;
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  const corrected = distance - Math.sign(distance) * 0.5;
  return Math.min(1, 2 * normalTail(Math.abs(corrected) / deviation));
}
