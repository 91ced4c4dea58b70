import type { RatingScale } from "./ratingScale.ts";

/** How the panellists of one group, or all of them, answered one statement in one round. */
export interface Tally {
  readonly invited: number;
  readonly returned: number;
  readonly rated: number;
  /** How many gave each point of the scale, and behind them each code for no rating. */
  readonly counts: readonly number[];
}

export function tallyOf(
  scale: RatingScale,
  counts: readonly number[],
  people: { readonly invited: number; readonly returned: number },
): Tally {
  let rated = 0;
  for (let place = 0; place < scale.points.length; place++) rated += counts[place] ?? 0;
  return { ...people, rated, counts };
}

/** How many ratings lie at these places. */
export function countAt({ counts }: Tally, places: readonly number[]): number {
  let count = 0;
  for (const place of places) count += counts[place] ?? 0;
  return count;
}

/** The place of the rating that comes `rank`-th, counted from 1 from the lowest. */
export function ratingAt({ counts }: Tally, rank: number): number {
  let passed = 0;
  for (const [place, count] of counts.entries()) {
    passed += count;
    if (passed >= rank) return place;
  }
  return counts.length - 1;
}
