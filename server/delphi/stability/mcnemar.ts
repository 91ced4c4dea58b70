/** McNemar's test of a yes or no before and after: the exact binomial one of those who changed (McNemar, Psychometrika 1947;12:153-157). */
export interface McNemar {
  /** From no to yes, and from yes to no. */
  readonly up: number;
  readonly down: number;
  /** Two-sided; undefined where nobody changed. */
  readonly p: number | undefined;
}

export function mcnemar(up: number, down: number): McNemar {
  const n = up + down;
  if (n === 0) return { up, down, p: undefined };
  // The lower tail with one half, term after term from the smallest: C(n, i) / 2^n, in logarithms so that large n do not underflow.
  let log = -n * Math.LN2;
  let tail = Math.exp(log);
  for (let i = 1; i <= Math.min(up, down); i++) {
    log += Math.log((n - i + 1) / i);
    tail += Math.exp(log);
  }
  return { up, down, p: Math.min(1, 2 * tail) };
}
