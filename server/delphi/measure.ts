import type { Comparison, Measured } from "../model/delphi.ts";
import { absolute, compare, multiply, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, signedNumerator, ZERO } from "../number/exact.ts";
import { squareRoot } from "../number/root.ts";
import { majorityOf } from "./apmo.ts";
import { isSo, shareIsSo } from "./compared.ts";
import { contentValidityRatio, itemContentValidity, modifiedKappa } from "./contentValidity.ts";
import { disagrees, HIGH_REGION, iprasOf, LOW_REGION, oneThirdThreshold, tableThreshold } from "./randUcla.ts";
import { placesOf, type RatingScale } from "./ratingScale.ts";
import { mean, median, modes, PERCENTILES_30_70, QUARTILES, quantileRange, variance } from "./statistics.ts";
import { countAt, type Tally } from "./tally.ts";

/** The ratings of one statement in one group or in all, and whom percentages are taken of. */
export interface Sample {
  readonly scale: RatingScale;
  readonly tally: Tally;
  readonly denominator: number;
  /** What is measured over all statements of the round, in the same group. */
  readonly across: () => Across;
}

export interface Across {
  kendallW(): Exact | undefined;
  apmo(): Exact | undefined;
}

/** What a criterion measured. */
export type Measurement =
  | { readonly kind: "share"; readonly k: number; readonly n: number }
  | { readonly kind: "number"; readonly value: Exact }
  /** The percent of the statement's majority beside the level that all majorities set. */
  | { readonly kind: "majority"; readonly k: number; readonly n: number; readonly level: Exact }
  | { readonly kind: "ends"; readonly low: number; readonly high: number; readonly needed: number }
  | { readonly kind: "ipras"; readonly ipr: Exact; readonly ipras: Exact; readonly index: Exact | undefined };

/** Whether a criterion holds; undefined where too little is known for it. */
export interface Verdict {
  readonly holds: boolean | undefined;
  readonly measured?: Measurement;
}

const UNKNOWN: Verdict = { holds: undefined };

/** Whether a criterion holds, without what it measured: percentages in a band, which nearly all rules are made of, take the short way. */
export function isMet(criterion: Measured, sample: Sample): boolean | undefined {
  if (criterion.kind !== "percent_in") return measure(criterion, sample).holds;
  const places = placesOf(sample.scale, criterion.of);
  return places && shareIsSo(countAt(sample.tally, places), sample.denominator, criterion.compare);
}

export function measure(criterion: Measured, sample: Sample): Verdict {
  const { scale, tally, denominator } = sample;
  switch (criterion.kind) {
    case "percent_in": {
      const places = placesOf(scale, criterion.of);
      return places ? share(countAt(tally, places), denominator, criterion.compare) : UNKNOWN;
    }
    case "percent_within":
      return percentWithin(criterion, sample);
    case "median":
      return number(median(scale, tally), criterion.compare);
    case "mean":
      return number(mean(scale, tally), criterion.compare);
    case "sd":
      return rooted(variance(scale, tally), exact(1), criterion.compare);
    case "cv": {
      const [spread, middle] = [variance(scale, tally), mean(scale, tally)];
      return middle && middle.s > 0n && middle.n > 0n ? rooted(spread, middle, criterion.compare) : UNKNOWN;
    }
    case "iqr":
    case "ipr": {
      const ends = criterion.kind === "iqr" ? QUARTILES : PERCENTILES_30_70;
      return number(criterion.quantile && quantileRange(scale, tally, ends, criterion.quantile), criterion.compare);
    }
    case "kendall_w":
      return number(sample.across().kendallW(), criterion.compare);
    case "cvr":
    case "i_cvi":
    case "kappa_star": {
      const places = agreeing(criterion, scale);
      if (!places || denominator === 0) return UNKNOWN;
      return number(INDEX[criterion.kind](countAt(tally, places), denominator), criterion.compare);
    }
    case "apmo":
      return aboveMajority(criterion.compare, sample);
    case "disagreement":
      return disagreement(criterion, sample);
  }
}

const INDEX = { cvr: contentValidityRatio, i_cvi: itemContentValidity, kappa_star: modifiedKappa } as const;

/** The ratings that count as agreeing: those named, else the last point for `cvr`, and the upper half of a scale without a middle for the others. */
export function agreeing(
  criterion: Extract<Measured, { kind: "cvr" | "i_cvi" | "kappa_star" }>,
  scale: RatingScale,
): readonly number[] | undefined {
  if (criterion.of) return placesOf(scale, criterion.of);
  if (criterion.kind === "cvr") return [scale.points.length - 1];
  return scale.points.length % 2 === 0 ? [...scale.points.keys()].slice(scale.points.length / 2) : undefined;
}

function share(k: number, n: number, compare: Comparison): Verdict {
  return { holds: shareIsSo(k, n, compare), measured: { kind: "share", k, n } };
}

function number(value: Exact | undefined, compare: Comparison): Verdict {
  return value ? { holds: isSo(value, compare), measured: { kind: "number", value } } : UNKNOWN;
}

/** The root of a variance over a positive number, compared through the squares so that no digit is lost. */
function rooted(squared: Exact | undefined, over: Exact, compared: Comparison): Verdict {
  const root = squared && squareRoot(squared);
  if (!squared || !root) return UNKNOWN;
  const level = multiply(compared.at, over);
  const holds = signedNumerator(level) < 0n ? isSo(ZERO, compared) : isSo(squared, { ...compared, at: multiply(level, level) });
  return { holds, measured: { kind: "number", value: root.value.div(over) } };
}

/** Ratings near the median or the mode. Where two points are given most often, the one that fewer ratings lie near to counts. */
function percentWithin({ of, distance, compare: compared }: Extract<Measured, { kind: "percent_within" }>, sample: Sample): Verdict {
  const { scale, tally, denominator } = sample;
  const middle = median(scale, tally);
  if (!middle) return tally.rated === 0 && denominator > 0 ? share(0, denominator, compared) : UNKNOWN;
  const centres = of === "median" ? [middle] : modes(tally, scale).flatMap((place) => scale.points[place]?.value ?? []);
  const near = (centre: Exact) =>
    countAt(
      tally,
      [...scale.points.keys()].filter((place) => {
        const value = scale.points[place]?.value;
        return value !== undefined && compare(absolute(subtract(value, centre)), distance) <= 0;
      }),
    );
  return share(Math.min(...centres.map(near)), denominator, compared);
}

/** The level that the majorities of all statements set must itself be as the criterion says, and the statement's own majority must reach it. */
function aboveMajority(compared: Comparison, { scale, tally, across }: Sample): Verdict {
  const level = across().apmo();
  if (!level || tally.rated === 0) return UNKNOWN;
  const k = majorityOf(scale, tally)?.count ?? 0;
  const reached = shareIsSo(k, tally.rated, { word: "at_least", at: level });
  return { holds: reached === true && isSo(level, compared), measured: { kind: "majority", k, n: tally.rated, level } };
}

function disagreement({ method, quantile }: Extract<Measured, { kind: "disagreement" }>, { scale, tally }: Sample): Verdict {
  const holds = disagrees(scale, tally, method, quantile);
  if (holds === undefined) return UNKNOWN;
  if (method === "ipras") {
    const found = quantile && iprasOf(scale, tally, quantile);
    return found ? { holds, measured: { kind: "ipras", ipr: found.ipr, ipras: found.ipras, index: found.index } } : { holds };
  }
  const needed = method === "table" ? tableThreshold(tally.rated) : oneThirdThreshold(tally.rated);
  return { holds, measured: { kind: "ends", low: countAt(tally, LOW_REGION), high: countAt(tally, HIGH_REGION), needed } };
}
