import type { Instrument, Method, Score } from "../model/instrument.ts";
import { type Ends, endsBeforeReversal, type Member, membersOf, type RangeOfScore } from "../model/resolve.ts";
import { total } from "../number/arithmetic.ts";
import { type Exact, ZERO } from "../number/exact.ts";

/**
 * The range of complete answers of a score made from entries, before its transform: what `rescale` maps. Declared facts only. Where an entry
 * is a score, its possible range is taken. Undefined where an end is open or an entry has no numbers.
 */
export function completeRange(
  instrument: Instrument,
  score: Score,
  rangeOfScore: RangeOfScore,
): { readonly low: Exact; readonly high: Exact } | undefined {
  const { members } = membersOf(instrument, score);
  const parts: Part[] = [];
  for (const member of members) {
    const ends = endsBeforeReversal(instrument, member, rangeOfScore);
    const part = ends && weighted(member, ends);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts.length === 0 ? undefined : joined(score.method ?? "sum", parts);
}

interface Part {
  readonly low: Exact;
  readonly high: Exact;
  readonly weight: Exact;
}

/** Reversing within its ends leaves the ends as they are; a weight below zero turns them round. */
function weighted(member: Member, { low, high }: Ends): Part | undefined {
  if (low === undefined || high === undefined) return undefined;
  const ends = [low.mul(member.weight), high.mul(member.weight)] as const;
  return { low: least(ends), high: most(ends), weight: member.weight };
}

function joined(method: Method, parts: readonly Part[]): { readonly low: Exact; readonly high: Exact } | undefined {
  const lows = parts.map(({ low }) => low);
  const highs = parts.map(({ high }) => high);
  switch (method) {
    case "sum":
      return { low: total(lows), high: total(highs) };
    case "mean": {
      const weights = total(parts.map(({ weight }) => weight));
      if (weights.equals(ZERO)) return undefined;
      const ends = [total(lows).div(weights), total(highs).div(weights)] as const;
      return { low: least(ends), high: most(ends) };
    }
    case "min":
      return { low: least(lows), high: least(highs) };
    case "max":
      return { low: most(lows), high: most(highs) };
    case "product":
      return parts.map(({ low, high }) => ({ low, high })).reduce(product);
  }
}

function product(left: { readonly low: Exact; readonly high: Exact }, right: { readonly low: Exact; readonly high: Exact }) {
  const corners = [left.low.mul(right.low), left.low.mul(right.high), left.high.mul(right.low), left.high.mul(right.high)];
  return { low: least(corners), high: most(corners) };
}

function least(values: readonly Exact[]): Exact {
  return values.reduce((least, value) => (value.lt(least) ? value : least));
}

function most(values: readonly Exact[]): Exact {
  return values.reduce((most, value) => (value.gt(most) ? value : most));
}
