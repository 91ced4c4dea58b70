import type { Consensus, Delphi, Round } from "../model/delphi.ts";
import { remember } from "../remember.ts";
import { type ConsensusRule, consensusRule, writtenConsensus } from "./consensusRule.ts";
import type { RoundCounts } from "./countRatings.ts";
import { decideStatement, type StatementDecision, type StatementRatings } from "./decideStatement.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import type { RatingScale } from "./ratingScale.ts";

/** What became of the statements of one round. */
export interface RoundDecisions {
  readonly round: number;
  readonly statements: ReadonlyMap<string, StatementOutcome>;
  readonly ledger: Ledger;
}

export interface StatementOutcome extends StatementDecision {
  readonly ratings: StatementRatings;
}

/** The decisions after each round of `decide_after` that there are ratings of. */
export function decideStudy(study: Delphi, counts: ReadonlyMap<number, RoundCounts>): readonly RoundDecisions[] {
  return decidedRounds(study, counts).map((round) => {
    const { statements, across } = counts.get(round) ?? { statements: new Map<string, StatementRatings>(), across: undefined };
    const outcomes = new Map<string, StatementOutcome>();
    const rule = ruleAfter(study, round);
    if (across && rule)
      for (const [id, ratings] of statements)
        outcomes.set(id, { ratings, ...decideStatement(rule(ratings.scale), ratings, across, round >= lastRound(study)) });
    return { round, statements: outcomes, ledger: ledgerOf(study, counts, round, (id) => outcomes.get(id)?.decision) };
  });
}

/** The rule after a round for each scale, the study's own or one with changes; undefined where the study has none. */
export function ruleAfter(
  study: Delphi,
  number: number,
  change: (written: Consensus) => Consensus = (written) => written,
): ((scale: RatingScale) => ConsensusRule) | undefined {
  const written = writtenConsensus(
    study,
    study.rounds.find((one) => one.number === number),
  );
  if (!written) return undefined;
  const changed = change(written);
  const rules = new Map<RatingScale, ConsensusRule>();
  return (scale) => remember(rules, scale, () => consensusRule(study, changed, scale));
}

/** The number of the last round; of a study without rounds 1. */
export const lastRound = (study: Delphi): number => study.rounds.at(-1)?.number ?? 1;

/** The rounds after which decisions are made, of those with ratings. Where the study does not say it: each in which statements are rated. */
export function decidedRounds(study: Delphi, counts: ReadonlyMap<number, unknown>): readonly number[] {
  const isRated = (number: number) => study.rounds.find((round: Round) => round.number === number)?.mode !== "open";
  const wanted = study.decideAfter ?? [...counts.keys()].filter(isRated);
  return [...new Set(wanted)].filter((round) => counts.has(round)).sort((a, b) => a - b);
}
