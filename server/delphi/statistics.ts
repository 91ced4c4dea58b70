import type { QuantileType } from "../model/delphi.ts";
import { add, divide, floor, multiply, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, ZERO } from "../number/exact.ts";
import type { RatingScale } from "./ratingScale.ts";
import { ratingAt, type Tally } from "./tally.ts";

/*
 * Statistics of the ratings of one statement, as exact fractions. All are undefined where nobody rated. Only the standard deviation is no
 * fraction: it is compared and printed through the variance.
 */

/** The middle rating, or half-way between the two middle ones. */
export function median(scale: RatingScale, tally: Tally): Exact | undefined {
  if (tally.rated === 0) return undefined;
  const low = valueAt(scale, tally, Math.floor((tally.rated + 1) / 2));
  const high = valueAt(scale, tally, Math.floor(tally.rated / 2) + 1);
  return low === high ? low : half(add(low, high));
}

export function mean(scale: RatingScale, tally: Tally): Exact | undefined {
  return divide(
    sum(scale, tally, (value) => value),
    exact(tally.rated),
  );
}

/** With n - 1 below the line; undefined for fewer than two ratings. */
export function variance(scale: RatingScale, tally: Tally): Exact | undefined {
  const middle = mean(scale, tally);
  if (!middle || tally.rated < 2) return undefined;
  const squares = sum(scale, tally, (value) => {
    const distance = subtract(value, middle);
    return multiply(distance, distance);
  });
  return divide(squares, exact(tally.rated - 1));
}

/**
 * A quantile by one of the definitions that Hyndman and Fan number (Sample quantiles in statistical packages, The American Statistician 1996;
 * 50:361-365): type 2 averages at steps, type 6 weighs by (n + 1) p, type 7 by (n - 1) p + 1.
 */
export function quantile(scale: RatingScale, tally: Tally, p: Exact, type: QuantileType): Exact | undefined {
  const n = tally.rated;
  if (n === 0) return undefined;
  const at = (rank: number) => valueAt(scale, tally, Math.min(n, Math.max(1, rank)));
  if (type === "type2") {
    const place = multiply(p, exact(n));
    const rank = Number(floor(place).n);
    return place.d === 1n ? half(add(at(rank), at(rank + 1))) : at(rank + 1);
  }
  const place = type === "type6" ? multiply(p, exact(n + 1)) : add(multiply(p, exact(n - 1)), exact(1));
  const below = floor(place);
  const rank = Number(below.n);
  const [low, high] = [at(rank), at(rank + 1)];
  return low === high ? low : add(low, multiply(subtract(place, below), subtract(high, low)));
}

/** The distance between two quantiles. */
export function quantileRange(
  scale: RatingScale,
  tally: Tally,
  [low, high]: readonly [Exact, Exact],
  type: QuantileType,
): Exact | undefined {
  const [from, to] = [quantile(scale, tally, low, type), quantile(scale, tally, high, type)];
  return from && to && subtract(to, from);
}

export const QUARTILES = [exact(1, 4), exact(3, 4)] as const;
/** Of the interpercentile range of the RAND/UCLA method. */
export const PERCENTILES_30_70 = [exact(3, 10), exact(7, 10)] as const;

/** The places of the ratings that were given most often. */
export function modes({ counts, rated }: Tally, scale: RatingScale): readonly number[] {
  if (rated === 0) return [];
  const ratings = counts.slice(0, scale.points.length);
  const most = Math.max(...ratings);
  return [...ratings.keys()].filter((place) => ratings[place] === most);
}

function valueAt(scale: RatingScale, tally: Tally, rank: number): Exact {
  return scale.points[ratingAt(tally, rank)]?.value ?? ZERO;
}

function sum(scale: RatingScale, { counts }: Tally, of: (value: Exact) => Exact): Exact {
  let total = ZERO;
  for (const [place, { value }] of scale.points.entries()) {
    const count = counts[place] ?? 0;
    if (count > 0) total = add(total, multiply(exact(count), of(value)));
  }
  return total;
}

const half = (value: Exact): Exact => multiply(value, exact(1, 2));
