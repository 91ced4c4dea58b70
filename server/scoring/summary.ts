import type { Instrument, Score } from "../model/instrument.ts";
import { membersOf } from "../model/resolve.ts";
import { type Exact, exact, ZERO } from "../number/exact.ts";
import { squareRoot } from "../number/root.ts";
import type { ScoreResult } from "./result.ts";

/** What a sample's column of one score looks like. Means are exact; standard deviations and correlations to the precision of a root. */
export interface Summary {
  readonly score: string;
  readonly n: number;
  readonly missing: number;
  /** The following only of numeric scores with at least one value; sd from two on. */
  readonly min?: Exact;
  readonly max?: Exact;
  readonly mean?: Exact;
  readonly sd?: Exact;
  /** Of scores with two or more entries that vary. */
  readonly alpha?: Exact;
  /** People with all entries, on whom alpha and the correlations rest. */
  readonly complete?: number;
  readonly items: readonly ItemSummary[];
}

export interface ItemSummary {
  readonly id: string;
  /** Corrected item-total correlation; undefined where the item or the rest does not vary. Below zero it hints at a missing or doubled reversal. */
  readonly itemTotal?: Exact;
}

/** Collects one score over people, one at a time, so that a file of any length needs no more memory than its entries. */
export interface Summariser {
  add(result: ScoreResult): void;
  summary(): Summary;
}

/**
 * n, missing, min, max, mean, sd (n - 1), Cronbach's alpha and corrected item-total correlations of one score.
 *
 * Alpha = k / (k - 1) x (1 - sum of entry variances / variance of their sum) (Cronbach 1951, Psychometrika 16:297-334, formula 2), over people with
 * all entries, on the entries as they are scored (recoded and reversed, without weights). The corrected item-total correlation is Pearson's r of an
 * entry with the sum of the others: (S_it - S_ii) / sqrt(S_ii x (S_tt - 2 S_it + S_ii)) from the sums of squares and products S (Nunnally & Bernstein
 * 1994, p. 304); the R package psych prints the same as `r.drop`.
 */
export function summariser(instrument: Instrument, score: Score): Summariser {
  const values = new Moments();
  const members = membersOf(instrument, score).members.map(({ id }) => id);
  const entries = members.map(() => new Moments());
  const totals = new Moments();
  const products = members.map(() => ZERO);
  let [n, missing] = [0, 0];
  return {
    add(result) {
      if (result.value.kind === "missing") missing++;
      else n++;
      if (result.value.kind === "number") values.add(result.value.value);
      const found = (result.steps.entries ?? []).map(({ value }) => value);
      const complete = found.filter((value) => value !== undefined);
      if (members.length < 2 || complete.length !== members.length) return;
      const sum = complete.reduce((sum, value) => sum.add(value), ZERO);
      totals.add(sum);
      for (const [place, value] of complete.entries()) {
        entries[place]?.add(value);
        products[place] = (products[place] ?? ZERO).add(value.mul(sum));
      }
    },
    summary() {
      const items = members.map((id, place): ItemSummary => ({ id, itemTotal: itemTotal(entries[place], totals, products[place]) }));
      const base = { score: score.id, n, missing, items: members.length < 2 ? [] : items };
      if (values.n === 0) return base;
      const sd = values.n < 2 ? undefined : squareRoot(values.deviation().div(values.n - 1))?.value;
      const more = members.length < 2 ? {} : { alpha: alphaOf(entries, totals), complete: totals.n };
      return { ...base, min: values.min, max: values.max, mean: values.sum.div(values.n), sd, ...more };
    },
  };
}

/** Sums of one column, exact. */
class Moments {
  n = 0;
  sum: Exact = ZERO;
  squares: Exact = ZERO;
  min: Exact | undefined;
  max: Exact | undefined;

  add(value: Exact): void {
    this.n++;
    this.sum = this.sum.add(value);
    this.squares = this.squares.add(value.mul(value));
    if (this.min === undefined || value.lt(this.min)) this.min = value;
    if (this.max === undefined || value.gt(this.max)) this.max = value;
  }

  /** Sum of squared deviations from the mean. */
  deviation(): Exact {
    return this.squares.sub(this.sum.mul(this.sum).div(this.n));
  }
}

function alphaOf(entries: readonly Moments[], totals: Moments): Exact | undefined {
  if (totals.n < 2) return undefined;
  const whole = totals.deviation();
  if (whole.equals(ZERO)) return undefined;
  const parts = entries.reduce((sum, entry) => sum.add(entry.deviation()), ZERO);
  return exact(1)
    .sub(parts.div(whole))
    .mul(exact(entries.length, entries.length - 1));
}

function itemTotal(entry: Moments | undefined, totals: Moments, products: Exact | undefined): Exact | undefined {
  if (entry === undefined || products === undefined || totals.n < 2) return undefined;
  const own = entry.deviation();
  const shared = products.sub(entry.sum.mul(totals.sum).div(totals.n));
  const rest = totals.deviation().sub(shared.mul(2)).add(own);
  const covariance = shared.sub(own);
  const square = own.mul(rest);
  if (square.equals(ZERO)) return undefined;
  const size = squareRoot(covariance.mul(covariance).div(square))?.value;
  return covariance.s < 0n ? size?.neg() : size;
}
