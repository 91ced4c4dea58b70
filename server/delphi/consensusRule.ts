import type { Comparison, Consensus, Criterion, Delphi, Denominator, Round, Scope } from "../model/delphi.ts";
import { type Exact, exact, ratio } from "../number/exact.ts";
import { endsOfScale, isOneToNine, type RatingScale } from "./ratingScale.ts";

/** A rule of consensus ready to be applied: a preset expanded, what is not written filled in. */
export interface ConsensusRule {
  readonly include?: Criterion;
  readonly exclude?: Criterion;
  /** Undefined where the study does not say it. */
  readonly otherwise?: "carry" | "include" | "exclude";
  readonly denominator: Denominator;
  readonly scope: Scope;
  readonly minimumRated: number;
  readonly preset?: Consensus["preset"];
}

/** What the study says of the decision after a round: the round's own words before the study's. */
export function writtenConsensus(study: Delphi, round: Round | undefined): Consensus | undefined {
  const [base, own] = [study.consensus, round?.consensus];
  if (!own || !base) return own ?? base;
  // A preset of the round stands in the place of the study's criteria, and criteria of the round in that of a preset.
  const kept: Consensus = own.preset ? { ...base, include: undefined, exclude: undefined } : base;
  const made: Record<string, unknown> = { ...kept };
  for (const [key, value] of Object.entries(own)) if (value !== undefined) made[key] = value;
  return made as Consensus;
}

/** The rule that decides on statements rated on this scale. */
export function consensusRule(study: Delphi, written: Consensus, scale: RatingScale): ConsensusRule {
  const expanded = expandPreset(written, scale);
  return {
    include: written.include ?? expanded.include,
    exclude: written.exclude ?? expanded.exclude,
    otherwise: written.otherwise,
    denominator: written.denominator ?? "rated",
    scope: written.scope ?? (study.panel.groups.size > 1 ? "each_group" : "pooled"),
    minimumRated: written.minimumRated ?? 0,
    preset: written.preset,
  };
}

/** The criteria that a preset stands for; none for a scale that it is not defined on, or where it lacks what it needs. */
export function expandPreset(written: Consensus, scale: RatingScale): { readonly include?: Criterion; readonly exclude?: Criterion } {
  if (written.preset === "comet_70_15") return comet(scale);
  return written.preset === "rand_ucla" ? randUcla(written, scale) : {};
}

/** 70% or more in the upper band and fewer than 15% in the lower one, and the mirror image. */
function comet(scale: RatingScale): { readonly include: Criterion; readonly exclude: Criterion } {
  const { upper, lower } = endsOfScale(scale);
  const rule = (many: readonly number[], few: readonly number[]): Criterion => ({
    kind: "all",
    criteria: [
      { kind: "percent_in", of: named(scale, many), compare: { word: "at_least", at: exact(70) } },
      { kind: "percent_in", of: named(scale, few), compare: { word: "below", at: exact(15) } },
    ],
  });
  return { include: rule(upper, lower), exclude: rule(lower, upper) };
}

/** The band that these points make, or their codes. */
function named(scale: RatingScale, places: readonly number[]): { readonly band: string } | { readonly codes: readonly string[] } {
  for (const [band, known] of scale.bands) if (known === places) return { band };
  return { codes: places.map((place) => scale.points[place]?.code ?? "") };
}

/**
 * Appropriate: a median in 7-9 without disagreement; inappropriate: one in 1-3 without disagreement. A median of 6.5 is appropriate where the
 * boundary is `upper` (PMC2722433, and the manual, which gives 3.5 and 6.5 to the higher category) and uncertain where it is `strict`.
 */
function randUcla(written: Consensus, scale: RatingScale): { readonly include?: Criterion; readonly exclude?: Criterion } {
  const { disagreement, quantile, medianBoundary } = written;
  if (!disagreement || (disagreement === "ipras" && !quantile) || !isOneToNine(scale)) return {};
  const agreed: Criterion = { kind: "not", criterion: { kind: "disagreement", method: disagreement, quantile } };
  const rule = (word: Comparison["word"], at: Exact): Criterion => ({
    kind: "all",
    criteria: [{ kind: "median", compare: { word, at } }, agreed],
  });
  return {
    include: rule("at_least", medianBoundary === "strict" ? exact(7) : ratio(13n, 2n)),
    exclude: rule("at_most", exact(3)),
  };
}
