import type { Comparison, Criterion, Measured } from "../model/delphi.ts";
import { printExact } from "../number/print.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { placesOf, type RatingScale } from "./ratingScale.ts";

/** A rule of consensus in a few sentences, for those who read a protocol: a preset is shown as what it stands for. */
export function ruleInWords(rule: ConsensusRule, scale: RatingScale): string {
  const where = SCOPES[rule.scope];
  const sentences = [
    rule.include && `A statement is included where, ${where}, ${criterionInWords(rule.include, rule, scale)}.`,
    rule.exclude && `It is excluded where, ${where}, ${criterionInWords(rule.exclude, rule, scale)}.`,
    rule.otherwise && OTHERWISE[rule.otherwise],
    rule.minimumRated > 0 &&
      `With fewer than ${rule.minimumRated} ratings ${rule.scope === "pooled" ? "" : "in a group "}nothing is decided.`,
  ];
  return sentences.filter((sentence) => typeof sentence === "string").join(" ");
}

const SCOPES: Readonly<Record<ConsensusRule["scope"], string>> = {
  each_group: "in every group",
  any_group: "in at least one group",
  pooled: "among all panellists together",
  each_group_and_pooled: "in every group and among all panellists together",
};

const OTHERWISE = {
  carry: "Otherwise it is carried into the next round.",
  include: "Otherwise it is included.",
  exclude: "Otherwise it is excluded.",
} as const;

const WHO = { rated: "of those who rated it", returned: "of those who returned the round", invited: "of those invited" } as const;

/** One criterion as the end of a sentence. */
export function criterionInWords(criterion: Criterion, rule: ConsensusRule, scale: RatingScale): string {
  if (criterion.kind === "not")
    return isDisagreement(criterion.criterion)
      ? `the panel does not disagree${reason(criterion.criterion)}`
      : `it is not so that ${criterionInWords(criterion.criterion, rule, scale)}`;
  if (!("criteria" in criterion)) return measuredInWords(criterion, rule, scale);
  const parts = criterion.criteria.map((one) => {
    const words = criterionInWords(one, rule, scale);
    return "criteria" in one && one.criteria.length > 1 ? `(${words})` : words;
  });
  return parts.join(criterion.kind === "all" ? " and " : " or ");
}

const isDisagreement = (criterion: Criterion): criterion is Extract<Measured, { kind: "disagreement" }> =>
  criterion.kind === "disagreement";

function measuredInWords(measured: Measured, rule: ConsensusRule, scale: RatingScale): string {
  switch (measured.kind) {
    case "percent_in":
      return `${percentage(measured.compare)} ${WHO[rule.denominator]} chose ${bandInWords(measured.of, scale)}`;
    case "percent_within":
      return `${percentage(measured.compare)} ${WHO[rule.denominator]} lie within ${printExact(measured.distance)} of the ${measured.of}`;
    case "disagreement":
      return `the panel disagrees${reason(measured)}`;
    case "iqr":
    case "ipr": {
      const name = measured.kind === "iqr" ? "the interquartile range" : "the range from the 30th to the 70th percentile";
      return `${name}${measured.quantile ? ` (quantiles of ${measured.quantile.replace("type", "type ")})` : ""} is ${compared(measured.compare)}`;
    }
    case "cvr":
    case "i_cvi":
    case "kappa_star":
      return `${NAMES[measured.kind]}${measured.of ? ` of ${bandInWords(measured.of, scale)}` : ""} is ${compared(measured.compare)}`;
    case "apmo":
      return `the majority reaches the average percent of majority opinions, which is ${compared(measured.compare)}`;
    default:
      return `${NAMES[measured.kind]} is ${compared(measured.compare)}`;
  }
}

const NAMES = {
  median: "the median",
  mean: "the mean",
  sd: "the standard deviation",
  cv: "the coefficient of variation",
  kendall_w: "Kendall's W",
  cvr: "the content validity ratio",
  i_cvi: "the content validity index",
  kappa_star: "the modified kappa",
} as const;

function reason({ method, quantile }: Extract<Measured, { kind: "disagreement" }>): string {
  if (method === "table") return " by the manual's table";
  if (method === "one_third") return " by a third of the ratings at each end";
  return ` by IPRAS${quantile ? ` (quantiles of ${quantile.replace("type", "type ")})` : ""}`;
}

const WORDS = { at_least: "at least", above: "more than", at_most: "at most", below: "fewer than", equals: "exactly" } as const;
const percentage = ({ word, at }: Comparison) => `${WORDS[word]} ${printExact(at)}%`;
const compared = ({ word, at }: Comparison) => `${word === "below" ? "below" : word === "above" ? "above" : WORDS[word]} ${printExact(at)}`;

/** `critical (7 to 9)`, or the codes. */
function bandInWords(of: { readonly band: string } | { readonly codes: readonly string[] }, scale: RatingScale): string {
  const places = placesOf(scale, of) ?? [];
  const codes = places.map((place) => scale.points[place]?.code ?? "");
  const isRun = places.every((place, i) => i === 0 || place === (places[i - 1] ?? -2) + 1);
  const written = codes.length > 2 && isRun ? `${codes[0]} to ${codes.at(-1)}` : codes.join(" or ");
  return "band" in of ? `${of.band}${written === "" ? "" : ` (${written})`}` : written;
}
