import { countRatings, type RoundCounts } from "../../delphi/countRatings.ts";
import { decideStudy, type RoundDecisions } from "../../delphi/decideStudy.ts";
import type { Ratings } from "../../delphi/ratings.ts";
import type { Delphi } from "../../model/delphi.ts";

/** The ratings of a study with what they come to: as much as a preview shows. */
export interface Rated {
  readonly ratings: Ratings;
  /** By round, in their order. */
  readonly counts: ReadonlyMap<number, RoundCounts>;
  readonly decisions: readonly RoundDecisions[];
  /** The panellist whose own ratings are shown. */
  readonly panellist?: string;
}

export function ratedOf(study: Delphi, ratings: Ratings, panellist?: string): Rated {
  const rounds = [...ratings.rounds.keys()].sort((a, b) => a - b);
  const counts = new Map(rounds.map((round) => [round, countRatings(study, ratings, round)]));
  return { ratings, counts, decisions: decideStudy(study, counts), panellist };
}
