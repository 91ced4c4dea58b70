import { ENGLISH, type PhraseKey, type Phrases } from "../language/phrases.ts";
import type { Comparison, Criterion, Measured, QuantileType } from "../model/delphi.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { placesOf, type RatingScale } from "./ratingScale.ts";

/**
 * A rule of consensus in a few sentences, for those who read a protocol: a preset is shown as what it stands for. Panellists read it in their own
 * language, those who run the study in English.
 */
export function ruleInWords(rule: ConsensusRule, scale: RatingScale, phrases = ENGLISH): string {
  const where = phrases.text(SCOPES[rule.scope]);
  const side = (key: PhraseKey, criterion: Criterion) =>
    phrases.text(key, { where, criterion: criterionInWords(criterion, rule, scale, phrases) });
  const sentences = [
    rule.include && side("included", rule.include),
    rule.exclude && side("excluded", rule.exclude),
    rule.otherwise && phrases.text(OTHERWISE[rule.otherwise]),
    rule.minimumRated > 0 && phrases.counted(rule.scope === "pooled" ? "tooFewToDecide" : "tooFewInGroup", rule.minimumRated),
  ];
  return sentences.filter((sentence) => typeof sentence === "string").join(" ");
}

const SCOPES = {
  each_group: "inEveryGroup",
  any_group: "inAnyGroup",
  pooled: "amongAll",
  each_group_and_pooled: "inEveryGroupAndAll",
} as const;

const OTHERWISE = { carry: "carried", include: "otherwiseIncluded", exclude: "otherwiseExcluded" } as const;
const WHO = { rated: "ofRated", returned: "ofReturned", invited: "ofInvited" } as const;

/** One criterion as the end of a sentence. */
export function criterionInWords(criterion: Criterion, rule: ConsensusRule, scale: RatingScale, phrases = ENGLISH): string {
  if (criterion.kind === "not")
    return isDisagreement(criterion.criterion)
      ? phrases.text("notDisagrees", { how: judgedBy(criterion.criterion, phrases) })
      : phrases.text("not", { clause: criterionInWords(criterion.criterion, rule, scale, phrases) });
  if (!("criteria" in criterion)) return measuredInWords(criterion, rule, scale, phrases);
  const parts = criterion.criteria.map((one) => {
    const words = criterionInWords(one, rule, scale, phrases);
    return "criteria" in one && one.criteria.length > 1 ? `(${words})` : words;
  });
  const joint = criterion.kind === "all" ? "and" : "or";
  return parts.length === 0 ? "" : parts.reduce((left, right) => phrases.text(joint, { left, right }));
}

const isDisagreement = (criterion: Criterion): criterion is Extract<Measured, { kind: "disagreement" }> =>
  criterion.kind === "disagreement";

function measuredInWords(measured: Measured, rule: ConsensusRule, scale: RatingScale, phrases: Phrases): string {
  if (measured.kind === "disagreement") return phrases.text("disagrees", { how: judgedBy(measured, phrases) });
  const who = phrases.text(WHO[rule.denominator]);
  const compared = (measure: string) =>
    phrases.text(MEASURE_IS[measured.compare.word], { measure, value: phrases.number(measured.compare.at) });
  switch (measured.kind) {
    case "percent_in":
      return phrases.text("choseBand", { share: share(measured.compare, phrases), who, band: bandInWords(measured.of, scale, phrases) });
    case "percent_within":
      return phrases.text(measured.of === "median" ? "nearMedian" : "nearMode", {
        share: share(measured.compare, phrases),
        who,
        distance: phrases.number(measured.distance),
      });
    case "iqr":
    case "ipr":
      return compared(byQuantile(phrases.text(measured.kind === "iqr" ? "theIqr" : "theIpr"), measured.quantile, phrases));
    case "cvr":
    case "i_cvi":
    case "kappa_star": {
      const measure = phrases.text(NAMES[measured.kind]);
      return compared(
        measured.of === undefined ? measure : phrases.text("ofBand", { measure, band: bandInWords(measured.of, scale, phrases) }),
      );
    }
    case "apmo":
      return phrases.text("majority", { average: compared(phrases.text("thisAverage")) });
    default:
      return compared(phrases.text(NAMES[measured.kind]));
  }
}

const NAMES = {
  median: "theMedian",
  mean: "theMean",
  sd: "theSd",
  cv: "theCv",
  kendall_w: "theKendall",
  cvr: "theCvr",
  i_cvi: "theCvi",
  kappa_star: "theKappa",
} as const;

function judgedBy({ method, quantile }: Extract<Measured, { kind: "disagreement" }>, phrases: Phrases): string {
  if (method === "table") return phrases.text("byTable");
  return method === "one_third" ? phrases.text("byThird") : byQuantile(phrases.text("byIpras"), quantile, phrases);
}

function byQuantile(measure: string, quantile: QuantileType | undefined, phrases: Phrases): string {
  return quantile === undefined ? measure : phrases.text("ofQuantiles", { measure, type: quantile.replace("type", "") });
}

const MEASURE_IS = {
  at_least: "measureAtLeast",
  above: "measureAbove",
  at_most: "measureAtMost",
  below: "measureBelow",
  equals: "measureEquals",
} as const;

const PERCENT = {
  at_least: "percentAtLeast",
  above: "percentAbove",
  at_most: "percentAtMost",
  below: "percentBelow",
  equals: "percentEquals",
} as const;

const share = ({ word, at }: Comparison, phrases: Phrases): string => phrases.text(PERCENT[word], { percent: phrases.percent(at) });

/** `critical (7 to 9)`, or the codes. */
function bandInWords(of: { readonly band: string } | { readonly codes: readonly string[] }, scale: RatingScale, phrases: Phrases): string {
  const places = placesOf(scale, of) ?? [];
  const codes = places.map((place) => scale.points[place]?.code ?? "");
  const isRun = places.every((place, i) => i === 0 || place === (places[i - 1] ?? -2) + 1);
  const written =
    codes.length > 2 && isRun ? phrases.text("fromTo", { low: codes[0] ?? "", high: codes.at(-1) ?? "" }) : phrases.list(codes, "or");
  return "band" in of ? `${of.band}${written === "" ? "" : ` (${written})`}` : written;
}
