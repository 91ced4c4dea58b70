import type { Criterion, Measured } from "../model/delphi.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { holds, joined } from "./holds.ts";
import { type Across, isMet, measure, type Sample, type Verdict } from "./measure.ts";
import { measuredIn } from "./measuredIn.ts";
import type { RatingScale } from "./ratingScale.ts";
import type { Tally } from "./tally.ts";

export type Decision = "include" | "exclude" | "carry" | "undecidable" | "undecided";
export type Category = "appropriate" | "uncertain" | "inappropriate";

/** The ratings of one statement in one round. */
export interface StatementRatings {
  readonly scale: RatingScale;
  /** In the order of the study's groups. */
  readonly groups: ReadonlyMap<string, Tally>;
  readonly pooled: Tally;
}

/** A decision with what it rests on. */
export interface StatementDecision {
  readonly decision: Decision;
  /** With the preset `rand_ucla`. */
  readonly category?: Category;
  /** The measured criteria in each group that the rule looks at, in the order of the rule. */
  readonly criteria: readonly CriterionVerdict[];
}

export interface CriterionVerdict extends Verdict {
  readonly criterion: Measured;
  readonly side: "include" | "exclude";
  /** A group, or `pooled`. */
  readonly scope: string;
}

export const POOLED = "pooled";

/** What is measured over all statements of a round, by group. */
export type AcrossOf = (scope: string) => Across;

/** Decides on one statement, and says by what. `isLast`: after the last round nothing can be carried further. */
export function decideStatement(rule: ConsensusRule, ratings: StatementRatings, across: AcrossOf, isLast: boolean): StatementDecision {
  const samples = samplesOf(rule, ratings, across);
  const sides = sidesOf(rule, samples);
  const decision = decided(rule, samples, sides, isLast);
  const criteria = (["include", "exclude"] as const).flatMap((side) =>
    samples.flatMap(({ scope, sample }) =>
      measuredIn(rule[side]).map((criterion) => ({ criterion, side, scope, ...measure(criterion, sample) })),
    ),
  );
  return { decision, category: rule.preset === "rand_ucla" ? categoryOf(decision, sides) : undefined, criteria };
}

/** The decision alone: what a rule is tried out by. */
export function decisionBy(rule: ConsensusRule, ratings: StatementRatings, across: AcrossOf, isLast: boolean): Decision {
  const samples = samplesOf(rule, ratings, across);
  return decided(rule, samples, sidesOf(rule, samples), isLast);
}

interface Scoped {
  readonly scope: string;
  readonly sample: Sample;
}

function samplesOf(rule: ConsensusRule, { scale, groups, pooled }: StatementRatings, across: AcrossOf): readonly Scoped[] {
  const samples: Scoped[] = [];
  const add = (scope: string, tally: Tally) =>
    samples.push({ scope, sample: { scale, tally, denominator: tally[rule.denominator], across: () => across(scope) } });
  if (rule.scope !== "pooled") for (const [group, tally] of groups) add(group, tally);
  if (rule.scope === "each_group_and_pooled" || samples.length === 0) add(POOLED, pooled);
  return samples;
}

/** Whether each side of the rule holds in the groups that it looks at; undefined where that cannot be said. */
function sidesOf(rule: ConsensusRule, samples: readonly Scoped[]): Sides {
  const judged = judgedBy(rule, samples);
  const sideOf = (criterion: Criterion | undefined): boolean | undefined => {
    if (!criterion) return false;
    const held = judged.map(({ sample }) => holds(criterion, (one) => isMet(one, sample)));
    return joined(held, rule.scope === "any_group" ? "any" : "all");
  };
  return { include: sideOf(rule.include), exclude: sideOf(rule.exclude) };
}

/** Where one group is enough, those with too few ratings are passed over while another has enough. */
const judgedBy = (rule: ConsensusRule, samples: readonly Scoped[]) =>
  rule.scope === "any_group" ? samples.filter(({ sample }) => !isTooSmall(rule, sample)) : samples;

/** Fewer ratings than the rule asks for, or nobody to take a percentage of. */
const isTooSmall = (rule: ConsensusRule, { tally, denominator }: Sample) => denominator === 0 || tally.rated < rule.minimumRated;

type Sides = Readonly<Record<"include" | "exclude", boolean | undefined>>;

/** What holds in each group cannot be said where a group has too few ratings, whatever the others say. A statement that both sides claim is not decided. */
function decided(rule: ConsensusRule, samples: readonly Scoped[], { include, exclude }: Sides, isLast: boolean): Decision {
  if (!rule.include && !rule.exclude) return "undecidable";
  const judged = judgedBy(rule, samples);
  if (judged.length === 0 || judged.some(({ sample }) => isTooSmall(rule, sample))) return "undecidable";
  if (include === undefined || exclude === undefined || (include && exclude)) return "undecidable";
  if (include) return "include";
  if (exclude) return "exclude";
  if (rule.otherwise === undefined) return "undecidable";
  return rule.otherwise === "carry" && isLast ? "undecided" : rule.otherwise;
}

function categoryOf(decision: Decision, { include, exclude }: Sides): Category | undefined {
  if (decision === "undecidable") return undefined;
  return include ? "appropriate" : exclude ? "inappropriate" : "uncertain";
}
