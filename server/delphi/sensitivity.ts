import type { Comparison, Consensus, Criterion, Delphi, Measured } from "../model/delphi.ts";
import { equal } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { consensusRule, writtenConsensus } from "./consensusRule.ts";
import type { RoundCounts } from "./countRatings.ts";
import { type Decision, decisionBy } from "./decideStatement.ts";
import { lastRound, type RoundDecisions, ruleAfter } from "./decideStudy.ts";
import { ofWords } from "./describeCriterion.ts";
import { measuredIn } from "./measuredIn.ts";

/** A rule that differs in one thing, and the decisions that come out otherwise by it. */
export interface Variant {
  readonly variant: string;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly statement: string;
  readonly round: number;
  readonly from: Decision;
  readonly to: Decision;
}

/** Decides the same rounds by other thresholds, operators, scopes, denominators and readings of a preset, one at a time. */
export function sensitivity(
  study: Delphi,
  counts: ReadonlyMap<number, RoundCounts>,
  decided: readonly RoundDecisions[],
): readonly Variant[] {
  const all = decided.map((round) => ({ round, variants: variantsOf(study, round) }));
  const names = [...new Set(all.flatMap(({ variants }) => variants.map(({ name }) => name)))];
  return names.map((name) => ({
    variant: name,
    changes: all.flatMap(({ round, variants }) => {
      const change = variants.find((one) => one.name === name)?.change;
      return change ? changesIn(study, counts, round, change) : [];
    }),
  }));
}

type Rewrite = (written: Consensus) => Consensus;
interface Named {
  readonly name: string;
  readonly change: Rewrite;
}

function changesIn(
  study: Delphi,
  counts: ReadonlyMap<number, RoundCounts>,
  { round, statements }: RoundDecisions,
  change: Rewrite,
): readonly Change[] {
  const rule = ruleAfter(study, round, change);
  const across = counts.get(round)?.across;
  const isLast = round >= lastRound(study);
  if (!rule || !across) return [];
  return [...statements].flatMap(([statement, { ratings, decision: from }]) => {
    const to = decisionBy(rule(ratings.scale), ratings, across, isLast);
    return to === from ? [] : [{ statement, round, from, to }];
  });
}

function variantsOf(study: Delphi, { round, statements }: RoundDecisions): readonly Named[] {
  const written = writtenConsensus(
    study,
    study.rounds.find(({ number }) => number === round),
  );
  const scale = statements.values().next().value?.ratings.scale;
  if (!written || !scale) return [];
  const rule = consensusRule(study, written, scale);
  const words = <K extends "scope" | "denominator" | "disagreement" | "quantile" | "medianBoundary">(
    key: K,
    label: string,
    all: readonly NonNullable<Consensus[K]>[],
    now: Consensus[K] | undefined,
  ): readonly Named[] =>
    all.filter((word) => word !== now).map((word) => ({ name: `${label} ${word}`, change: (one) => ({ ...one, [key]: word }) }));
  const scopes = study.panel.groups.size > 1 ? (["each_group", "any_group", "pooled", "each_group_and_pooled"] as const) : [];
  return [
    ...(written.preset === "rand_ucla" ? [] : [...thresholds("include", rule.include), ...thresholds("exclude", rule.exclude)]),
    ...words("scope", "scope", scopes, rule.scope),
    ...(hasShares(rule.include) || hasShares(rule.exclude)
      ? words("denominator", "denominator", ["rated", "returned", "invited"], rule.denominator)
      : []),
    ...(written.preset === "rand_ucla" && written.quantile
      ? words("disagreement", "disagreement", ["table", "ipras", "one_third"], written.disagreement)
      : written.preset === "rand_ucla"
        ? words("disagreement", "disagreement", ["table", "one_third"], written.disagreement)
        : []),
    ...(written.preset === "rand_ucla" && written.disagreement === "ipras"
      ? words("quantile", "quantile", ["type2", "type6", "type7"], written.quantile)
      : []),
    ...(written.preset === "rand_ucla"
      ? words("medianBoundary", "median_boundary", ["upper", "strict"], written.medianBoundary ?? "upper")
      : []),
  ];
}

const SHARES: readonly Measured["kind"][] = ["percent_in", "percent_within", "cvr", "i_cvi", "kappa_star"];
const hasShares = (criterion: Criterion | undefined) => measuredIn(criterion).some(({ kind }) => SHARES.includes(kind));

/** The levels that published rules use; below a half another set stands for "few". */
const MANY = [60, 67, 70, 75, 80, 90].map((percent) => exact(percent));
const FEW = [10, 15, 20, 25, 30].map((percent) => exact(percent));
const OTHER_WORD = { at_least: "above", above: "at_least", at_most: "below", below: "at_most", equals: undefined } as const;

/** Other numbers and the neighbouring word for each percentage of one side. The band is named where a side has several of a word. */
function thresholds(side: "include" | "exclude", criterion: Criterion | undefined): readonly Named[] {
  if (!criterion) return [];
  const shares = measuredIn(criterion).filter((one) => one.kind === "percent_in" || one.kind === "percent_within");
  return shares.flatMap((one) => {
    const { word, at } = one.compare;
    const several = shares.filter(({ compare }) => asksForMany(compare) === asksForMany(one.compare)).length > 1;
    const label = !several ? "" : one.kind === "percent_in" ? `percent_in ${ofWords(one.of)} ` : `percent_within ${one.of} `;
    const make = (compare: Comparison): Named => ({
      name: `${side} ${label}${compare.word} ${printExact(compare.at)}`,
      change: (now) => ({ ...now, [side]: replaced(now[side] ?? criterion, one, { ...one, compare }) }),
    });
    const other = OTHER_WORD[word];
    const levels: readonly Exact[] = word === "equals" ? [] : asksForMany(one.compare) ? MANY : FEW;
    return [
      ...(other ? [make({ word: other, at })] : []),
      ...levels.filter((level) => !equal(level, at)).map((level) => make({ word, at: level })),
    ];
  });
}

const asksForMany = ({ word }: Comparison) => word === "at_least" || word === "above";

/** The criterion with one of its measured criteria in the place of another. */
function replaced(criterion: Criterion, old: Measured, now: Measured): Criterion {
  if (criterion === old) return now;
  if ("criteria" in criterion) return { ...criterion, criteria: criterion.criteria.map((one) => replaced(one, old, now)) };
  return criterion.kind === "not" ? { ...criterion, criterion: replaced(criterion.criterion, old, now) } : criterion;
}
