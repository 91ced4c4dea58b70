import type { Delphi } from "../model/delphi.ts";
import { countRatings, type RoundCounts } from "./countRatings.ts";
import { decideStudy, type RoundDecisions } from "./decideStudy.ts";
import { type Gap, gapsAfter, type Passage, passageAfter } from "./ledger.ts";
import type { Ratings } from "./ratings.ts";
import { type ResponseRate, responseRates } from "./responseRates.ts";
import { sensitivity, type Variant } from "./sensitivity.ts";
import { isStopped } from "./stopped.ts";
import { type RoundStability, studyStability } from "./studyStability.ts";

/** Everything that the ratings of a study say. */
export interface StudyReport {
  readonly study: Delphi;
  readonly groups: readonly string[];
  readonly rounds: readonly RoundDecisions[];
  /** Where single ratings are known; nothing of counts. */
  readonly stability: readonly RoundStability[];
  readonly rates: readonly ResponseRate[];
  readonly sensitivity: readonly Variant[];
  /** Whether the study ends after each decided round; undefined where that cannot be said, or where the study does not say when it ends. */
  readonly stopped: ReadonlyMap<number, boolean | undefined>;
  readonly passages: ReadonlyMap<number, Passage>;
  /** Statements that the ledger loses or finds again between two rounds. */
  readonly gaps: readonly Gap[];
}

export function reportOnRatings(study: Delphi, ratings: Ratings): StudyReport {
  const numbers = [...ratings.rounds.keys()].sort((a, b) => a - b);
  const counts = new Map(numbers.map((round) => [round, countRatings(study, ratings, round)]));
  return report(study, ratings.groups, counts, { stability: studyStability(study, ratings), rates: responseRates(ratings) });
}

export function reportOnCounts(study: Delphi, groups: readonly string[], counts: ReadonlyMap<number, RoundCounts>): StudyReport {
  return report(study, groups, counts, { stability: [], rates: [] });
}

function report(
  study: Delphi,
  groups: readonly string[],
  counts: ReadonlyMap<number, RoundCounts>,
  { stability, rates }: Pick<StudyReport, "stability" | "rates">,
): StudyReport {
  const rounds = decideStudy(study, counts);
  const decisions = new Map(rounds.map(({ round, statements }) => [round, statements]));
  const passages = new Map<number, Passage>();
  for (const round of counts.keys()) {
    const passage = passageAfter(study, counts, round, (id) => decisions.get(round)?.get(id)?.decision);
    if (passage) passages.set(round, passage);
  }
  const gaps = rounds.flatMap(({ round, statements }) => gapsAfter(study, counts, round, (id) => statements.get(id)?.decision));
  const stopped = new Map(
    rounds.map(({ round, statements }) => {
      const stable = stability.find(({ to }) => to === round)?.statements;
      const standing = [...statements].map(([id, { decision }]) => ({ decision, stable: stable?.get(id)?.stable }));
      return [round, study.stop && isStopped(study.stop, round, standing)] as const;
    }),
  );
  return { study, groups, rounds, stability, rates, sensitivity: sensitivity(study, counts, rounds), stopped, passages, gaps };
}
