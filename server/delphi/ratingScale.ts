import { keptWith } from "../keptWith.ts";
import type { BandOrCodes } from "../model/delphi.ts";
import type { Response } from "../model/instrument.ts";
import { add, compare, divide, subtract } from "../number/arithmetic.ts";
import { type Exact, ONE, parseExact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { remember } from "../remember.ts";

/** The points that a statement can be rated with, lowest first, and the codes that say it was not rated. */
export interface RatingScale {
  readonly points: readonly Point[];
  /** Codes that count as an answer and as no rating: unable to rate, options marked as missing. */
  readonly unable: readonly string[];
  /** Named bands from the lowest up, with the places of their points. */
  readonly bands: ReadonlyMap<string, readonly number[]>;
}

export interface Point {
  readonly code: string;
  readonly value: Exact;
}

/** A finer scale is measured, not rated. */
const MOST_POINTS = 10_001;

const KEPT = keptWith<Response, RatingScale | null>();

/** The scale of a response; undefined where nothing can be rated on it (free text), or where its ends are not known. */
export function ratingScale(response: Response): RatingScale | undefined {
  const known = KEPT.get(response);
  if (known !== undefined) return known ?? undefined;
  const made = scaleOf(response);
  KEPT.set(response, made ?? null);
  return made;
}

function scaleOf(response: Response): RatingScale | undefined {
  const points = pointsOf(response);
  if (points.length === 0) return undefined;
  const missing = response.options.filter(({ missing }) => missing).map(({ code }) => code);
  const bands = [...response.bands].map(
    ([name, [low, high]]) =>
      [name, [...points.keys()].filter((place) => isWithin(points[place]?.value, low, high))] as [string, readonly number[]],
  );
  return {
    points,
    unable: [...(response.unable ? [response.unable.code] : []), ...missing],
    bands: new Map(bands.sort(([, a], [, b]) => (a[0] ?? 0) - (b[0] ?? 0))),
  };
}

const isWithin = (value: Exact | undefined, low: Exact, high: Exact) =>
  value !== undefined && compare(low, value) <= 0 && compare(value, high) <= 0;

function pointsOf(response: Response): readonly Point[] {
  if (response.options.length > 0) {
    const rated = response.options.filter(({ missing }) => !missing);
    const points = rated.flatMap(({ code, number, score }) => {
      const value = score ?? number;
      return value ? [{ code, value }] : [];
    });
    return points.length === rated.length ? points.sort((a, b) => compare(a.value, b.value)) : [];
  }
  const [from, to, step] = [response.from ?? response.min, response.to ?? response.max, response.step ?? ONE];
  if (!from || !to || step.s < 0n || step.n === 0n || compare(from, to) >= 0) return [];
  const count = divide(subtract(to, from), step);
  if (!count || count.n / count.d >= BigInt(MOST_POINTS)) return [];
  const points: Point[] = [];
  for (let value = from; compare(value, to) <= 0; value = add(value, step)) points.push({ code: printExact(value), value });
  return points;
}

/** How the codes of data are read: the place of a rating among the points, or behind them that of a code for no rating; undefined for another. */
export const codeReader = (scale: RatingScale): ((text: string) => number | undefined) => remember(READERS, scale, () => readerOf(scale));

const READERS = keptWith<RatingScale, (text: string) => number | undefined>();

function readerOf(scale: RatingScale): (text: string) => number | undefined {
  const places = new Map<string, number>();
  for (const [i, code] of scale.unable.entries()) places.set(code.toLowerCase(), scale.points.length + i);
  for (const [i, { code }] of scale.points.entries()) places.set(code.toLowerCase(), i);
  return (text) => {
    const known = places.get(text) ?? places.get(text.toLowerCase());
    if (known !== undefined) return known;
    const number = parseExact(text);
    return number && places.get(printExact(number));
  };
}

/** The places of the points that a band or a list of codes stands for; undefined for a band that the scale lacks. */
export function placesOf(scale: RatingScale, of: BandOrCodes): readonly number[] | undefined {
  if ("band" in of) return scale.bands.get(of.band);
  const known = remember(PLACES, scale, () => new Map<BandOrCodes, readonly number[]>());
  return remember(known, of, () => {
    const read = codeReader(scale);
    return [...new Set(of.codes.flatMap((code) => read(code) ?? []))].filter((place) => place < scale.points.length).sort((a, b) => a - b);
  });
}

const PLACES = new WeakMap<RatingScale, Map<BandOrCodes, readonly number[]>>();

/** The two ends of the scale: its last and its first band where it has several, else its upper and its lower half without a point in the middle. */
export function endsOfScale(scale: RatingScale): { readonly upper: readonly number[]; readonly lower: readonly number[] } {
  const bands = [...scale.bands.values()];
  const [lower, upper] = [bands[0], bands.at(-1)];
  if (lower && upper && bands.length > 1) return { lower, upper };
  const half = Math.floor(scale.points.length / 2);
  const places = [...scale.points.keys()];
  return { lower: places.slice(0, half), upper: places.slice(places.length - half) };
}

/** Whether the points are the whole numbers from 1 to 9: what the RAND/UCLA method is defined on. */
export const isOneToNine = ({ points }: RatingScale): boolean =>
  points.length === 9 && points.every(({ value }, i) => value.d === 1n && value.s > 0n && value.n === BigInt(i + 1));
