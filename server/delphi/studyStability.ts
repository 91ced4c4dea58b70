import type { Delphi } from "../model/delphi.ts";
import { scaleIn } from "./countRatings.ts";
import type { Ratings } from "./ratings.ts";
import { bandOfConsensus, measureStability, pairsOf, type StabilityOutcome } from "./stability.ts";

/** The stability of each statement from one rated round to the next. */
export interface RoundStability {
  readonly from: number;
  readonly to: number;
  readonly statements: ReadonlyMap<string, StabilityOutcome>;
}

/** Measures the change between each two rounds that follow each other in the ratings; nothing where the study does not say how. */
export function studyStability(study: Delphi, ratings: Ratings): readonly RoundStability[] {
  const { stability } = study;
  if (!stability) return [];
  const rounds = [...ratings.rounds.keys()].sort((a, b) => a - b);
  return rounds.slice(1).map((to, i) => {
    const from = rounds[i] ?? to;
    const statements = new Map<string, StabilityOutcome>();
    for (const id of study.statements.ids()) {
      const pairs = pairsOf(study, ratings, id, [from, to]);
      const scale = pairs && scaleIn(study, id, to);
      if (pairs && scale) statements.set(id, measureStability(stability, pairs, bandOfConsensus(study, to, scale)));
    }
    return { from, to, statements };
  });
}
