import { ENGLISH } from "../language/phrases.ts";
import { type Delphi, type Round, ratingResponse } from "../model/delphi.ts";
import type { Response } from "../model/instrument.ts";
import { type ConsensusRule, consensusRule, writtenConsensus } from "./consensusRule.ts";
import { type RatingScale, ratingScale } from "./ratingScale.ts";
import { type RatingsNeeded, ratingsNeeded } from "./ratingsNeeded.ts";
import { ruleInWords } from "./ruleInWords.ts";

/** A rule of consensus as people read it: a few sentences, and for each number of raters how many ratings it asks for. */
export interface RuleSummary {
  /** The round whose rule differs from that of the study; undefined for the study's own. */
  readonly round?: Round;
  /** What is rated on it, where statements are rated on several responses. */
  readonly response: Response;
  readonly rule: ConsensusRule;
  readonly scale: RatingScale;
  readonly sentence: string;
  readonly tables: readonly RatingsNeeded[];
}

/**
 * The study's rule and those of rounds that change it, on each response that statements are rated on. Empty where there is no rule or no scale.
 * In English, but for panellists.
 */
export function ruleSummaries(study: Delphi, phrases = ENGLISH): readonly RuleSummary[] {
  const rounds = [undefined, ...study.rounds.filter(({ consensus }) => consensus !== undefined)];
  return rounds.flatMap((round) => {
    const written = writtenConsensus(study, round);
    if (!written || (round === undefined && !study.consensus)) return [];
    return responsesIn(study, round).flatMap((response): RuleSummary[] => {
      const scale = ratingScale(response);
      if (!scale) return [];
      const rule = consensusRule(study, written, scale);
      return [{ round, response, rule, scale, sentence: ruleInWords(rule, scale, phrases), tables: ratingsNeeded(study, rule) }];
    });
  });
}

function responsesIn(study: Delphi, round: Round | undefined): readonly Response[] {
  const found = new Set<Response>();
  for (const statement of study.statements.values()) {
    const response = ratingResponse(study, statement, round);
    if (response) found.add(response);
  }
  return [...found];
}
