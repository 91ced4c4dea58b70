import type { Comparison, Criterion, Delphi, Stability } from "../model/delphi.ts";
import { absolute, divide, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, ONE, ratio } from "../number/exact.ts";
import { squareRoot } from "../number/root.ts";
import { isSo, shareIsSo } from "./compared.ts";
import { writtenConsensus } from "./consensusRule.ts";
import { scaleIn } from "./countRatings.ts";
import { measuredIn } from "./measuredIn.ts";
import { endsOfScale, placesOf, type RatingScale } from "./ratingScale.ts";
import { BLANK, type Ratings } from "./ratings.ts";
import { type ChiSquare, chiSquare } from "./stability/chiSquare.ts";
import { countsOf, type Kappa, kappa } from "./stability/kappa.ts";
import { type McNemar, mcnemar } from "./stability/mcnemar.ts";
import { type Wilcoxon, wilcoxon } from "./stability/wilcoxon.ts";
import { mean, variance } from "./statistics.ts";
import { tallyOf } from "./tally.ts";

/** How the ratings of a statement changed from one round to the next, and whether that counts as stable. */
export interface StabilityOutcome {
  readonly measure: Stability["measure"];
  readonly value: StabilityValue;
  /** Undefined where it cannot be said. */
  readonly stable: boolean | undefined;
}

export type StabilityValue =
  /** Of `n` panellists with both ratings. */
  | { readonly kind: "share"; readonly k: Exact; readonly n: number }
  | ({ readonly kind: "wilcoxon"; readonly n: number } & Wilcoxon)
  | ({ readonly kind: "mcnemar"; readonly n: number } & McNemar)
  | ({ readonly kind: "kappa"; readonly n: number } & Kappa)
  | ({ readonly kind: "chi_square"; readonly n: number } & ChiSquare)
  | { readonly kind: "cv_difference"; readonly n: number; readonly before?: Exact; readonly after?: Exact; readonly difference?: Exact };

/** The ratings of those who rated a statement in both rounds, as places on its scale. */
export interface Pairs {
  readonly scale: RatingScale;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Pairs of a statement's ratings; undefined where it was not asked in both rounds, or on another scale. */
export function pairsOf(study: Delphi, ratings: Ratings, id: string, [first, second]: readonly [number, number]): Pairs | undefined {
  const [one, two] = [ratings.rounds.get(first)?.statements.get(id), ratings.rounds.get(second)?.statements.get(id)];
  const scale = scaleIn(study, id, first);
  if (!one || !two || !scale || scale !== scaleIn(study, id, second)) return undefined;
  const before: number[] = [];
  const after: number[] = [];
  for (let p = 0; p < one.length; p++) {
    const [from, to] = [one[p] ?? BLANK, two[p] ?? BLANK];
    if (from === BLANK || to === BLANK || from >= scale.points.length || to >= scale.points.length) continue;
    before.push(from);
    after.push(to);
  }
  return { scale, before, after };
}

/** Measures the change of one statement. `band`: the points inside the band of consensus, for McNemar's test. */
export function measureStability({ measure, compare }: Stability, pairs: Pairs, band: readonly number[]): StabilityOutcome {
  const { scale, before, after } = pairs;
  const n = before.length;
  const compared = compare ?? USUAL[measure];
  const unchanged = n > 0 && before.every((place, i) => place === after[i]);
  const make = (value: StabilityValue, stable: boolean | undefined): StabilityOutcome => ({ measure, value, stable });
  // Where nobody changed, no test has anything to go by, and nothing is more stable.
  const tested = (value: StabilityValue, statistic: Exact | number | undefined) =>
    make(
      value,
      unchanged && statistic === undefined ? true : compared && statistic !== undefined ? isSo(asExact(statistic), compared) : undefined,
    );
  const share = (k: Exact) => make({ kind: "share", k, n }, n === 0 || !compared ? undefined : shareOf(k, n, compared));
  switch (measure) {
    case "net_change":
      return share(netChange(before, after));
    case "percent_changed":
      return share(exact(before.filter((place, i) => place !== after[i]).length));
    case "percent_changed_band":
      return share(exact(bandChanges(scale, before, after)));
    case "wilcoxon": {
      const found = wilcoxon(before.map((place, i) => numberAt(scale, after[i] ?? place) - numberAt(scale, place)));
      return tested({ kind: "wilcoxon", n, ...found }, found.p);
    }
    case "mcnemar": {
      const inside = (place: number | undefined) => place !== undefined && band.includes(place);
      const up = before.filter((place, i) => !inside(place) && inside(after[i])).length;
      const down = before.filter((place, i) => inside(place) && !inside(after[i])).length;
      const found = mcnemar(up, down);
      return make(
        { kind: "mcnemar", n, ...found },
        found.p === undefined ? n > 0 || undefined : compared && isSo(asExact(found.p), compared),
      );
    }
    case "kappa": {
      const found = kappa(before, after);
      return tested({ kind: "kappa", n, ...found }, found.unweighted);
    }
    case "chi_square": {
      const found = chiSquare(before, after);
      return tested({ kind: "chi_square", n, ...found }, found.p);
    }
    case "cv_difference": {
      const [from, to] = [variationOf(scale, before), variationOf(scale, after)];
      const difference = from && to && subtract(from, to);
      const value: StabilityValue = { kind: "cv_difference", n, before: from, after: to, difference };
      return make(value, difference && compared && isSo(absolute(difference), compared));
    }
  }
}

/** What counts as stable where the study gives no number: 15% (Scheibe and others 1975), p of .05, 0.2 (Kalaian and Kasim 2012). Of kappa nothing is usual. */
const USUAL: Readonly<Record<Stability["measure"], Comparison | undefined>> = {
  net_change: { word: "below", at: exact(15) },
  percent_changed: { word: "below", at: exact(15) },
  percent_changed_band: { word: "below", at: exact(15) },
  wilcoxon: { word: "at_least", at: ratio(1n, 20n) },
  mcnemar: { word: "at_least", at: ratio(1n, 20n) },
  kappa: undefined,
  chi_square: { word: "below", at: ratio(1n, 20n) },
  cv_difference: { word: "below", at: ratio(1n, 5n) },
};

/** The number of ratings that the distribution gained at some points and lost at others: half the sum of the differences. */
function netChange(before: readonly number[], after: readonly number[]): Exact {
  const [from, to] = [countsOf(before), countsOf(after)];
  let moved = 0;
  for (const place of new Set([...from.keys(), ...to.keys()])) moved += Math.abs((from.get(place) ?? 0) - (to.get(place) ?? 0));
  return exact(moved, 2);
}

function shareOf(k: Exact, n: number, compared: Comparison): boolean | undefined {
  return k.d === 1n ? shareIsSo(Number(k.n), n, compared) : isSo(k.mul(100).div(n), compared);
}

/** How many ratings lie in another band than before; on a scale without bands each point is one. */
function bandChanges(scale: RatingScale, before: readonly number[], after: readonly number[]): number {
  const names = [...scale.bands.entries()];
  const bands = [...scale.points.keys()].map((place) =>
    names.length === 0 ? place : names.findIndex(([, places]) => places.includes(place)),
  );
  return before.filter((place, i) => bands[place] !== bands[after[i] ?? place]).length;
}

const numberAt = (scale: RatingScale, place: number): number => scale.points[place]?.value.valueOf() ?? 0;

/** The standard deviation over the mean. */
function variationOf(scale: RatingScale, places: readonly number[]): Exact | undefined {
  const counts = scale.points.map(() => 0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  const tally = tallyOf(scale, counts, { invited: places.length, returned: places.length });
  const [spread, middle] = [variance(scale, tally), mean(scale, tally)];
  const deviation = spread && squareRoot(spread)?.value;
  return deviation && middle && middle.s > 0n ? divide(deviation, middle) : undefined;
}

/** A double as the fraction that it stands for. */
function asExact(value: Exact | number): Exact {
  if (typeof value !== "number") return value;
  const scale = 2n ** 60n;
  return value >= 1 ? ONE : ratio(BigInt(Math.round(value * Number(scale))), scale);
}

/** The points that the rule includes statements for: of its first percentage in a band, else the upper end of the scale. */
export function bandOfConsensus(study: Delphi, round: number, scale: RatingScale): readonly number[] {
  const include: Criterion | undefined = writtenConsensus(
    study,
    study.rounds.find(({ number }) => number === round),
  )?.include;
  for (const one of measuredIn(include)) {
    const places = one.kind === "percent_in" ? placesOf(scale, one.of) : undefined;
    if (places) return places;
  }
  return endsOfScale(scale).upper;
}
