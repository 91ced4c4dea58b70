import { setsOf, sortedBands } from "../evidence/bandSets.ts";
import type { Band, Bands, Score } from "../model/instrument.ts";
import type { Exact } from "../number/exact.ts";
import type { Context } from "../rules/rule.ts";
import type { PossibleRange } from "../scoring/range.ts";

/** A stretch of values that a score can reach and that no band of a set holds: its lowest and highest value, and the bands beside it. */
export interface BandGap {
  readonly value: Exact;
  readonly last: Exact;
  readonly before?: Band;
  readonly after?: Band;
  /** Only fractions fall in it, and the bands beside it end at neighbouring whole numbers. */
  readonly fractional: boolean;
  readonly bands: Bands;
}

/** The gaps of all band sets of a score, as far as the values that it can reach are proved. */
export function bandGaps(score: Score, context: Context): readonly BandGap[] {
  const possible = context.possibleRange(score.id);
  if (!possible) return [];
  let values: readonly Exact[] | undefined;
  return [score.bands, ...score.bandSets.values()].flatMap((bands) =>
    (bands ? setsOf(bands) : []).flatMap((set) => {
      const sorted = sortedBands(set);
      if (!bands || sorted.length === 0 || isClosed(sorted, possible)) return [];
      values ??= reached(possible) ?? [];
      return gapsIn(bands, sorted, values);
    }),
  );
}

/** Whether the bands follow one another without any room between them, from the lowest to the highest value: then it does not matter which values are reached. */
function isClosed(sorted: readonly Band[], { min, max }: PossibleRange): boolean {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!min || !max || !first || !last || first.from.compare(min) > 0 || (last.to && last.to.compare(max) < 0)) return false;
  return sorted.every(({ to }, place) => {
    const next = sorted[place + 1];
    return !to || !next || to.compare(next.from) >= 0;
  });
}

const MOST = 100_000;

function reached({ exact, attainable, min, max, step }: PossibleRange): readonly Exact[] | undefined {
  if (!exact) return undefined;
  if (attainable) return attainable;
  if (!min || !max || !step || max.sub(min).div(step).compare(MOST) > 0) return undefined;
  const values: Exact[] = [];
  for (let value = min; value.compare(max) <= 0; value = value.add(step)) values.push(value);
  return values;
}

function gapsIn(bands: Bands, sorted: readonly Band[], values: readonly Exact[]): BandGap[] {
  if (sorted.length === 0) return [];
  const gaps: BandGap[] = [];
  let at = -1;
  for (const value of values) {
    while (sorted[at + 1] && (sorted[at + 1]?.from.compare(value) ?? 1) <= 0) at++;
    const before = sorted[at];
    const after = sorted[at + 1];
    // A band without an end runs up to the next one.
    const held = before && (!before.to || value.compare(before.to) <= 0);
    if (held) continue;
    const known = gaps.at(-1);
    if (known && known.before === before && known.after === after)
      gaps[gaps.length - 1] = { ...known, last: value, fractional: known.fractional && isFraction(value) };
    else gaps.push({ value, last: value, before, after, fractional: isFraction(value) && areNeighbours(before, after), bands });
  }
  // Whole numbers in a gap are what matters there; fractions beside them are the same gap.
  return gaps.map((gap) => (gap.fractional ? gap : { ...gap, ...wholeEnds(gap, values) }));
}

const isFraction = (value: Exact) => value.d !== 1n;
const areNeighbours = (before: Band | undefined, after: Band | undefined) =>
  before?.to !== undefined && after !== undefined && before.to.d === 1n && after.from.d === 1n && after.from.sub(before.to).equals(1);

function wholeEnds({ value, last }: BandGap, values: readonly Exact[]): { value: Exact; last: Exact } | undefined {
  const whole = values.filter((one) => one.d === 1n && one.compare(value) >= 0 && one.compare(last) <= 0);
  const [first, end] = [whole[0], whole.at(-1)];
  return first && end ? { value: first, last: end } : undefined;
}
