import { askedIn } from "../../delphi/nextRound.ts";
import type { Delphi, Statement } from "../../model/delphi.ts";
import type { Rated } from "./rated.ts";

/**
 * The statements of a round: those that have ratings in it; before it those that its study asks, without those that the ratings of earlier rounds
 * have decided where it asks only what is undecided.
 */
export function askedStatements(study: Delphi, round: number, rated: Rated | undefined): readonly Statement[] {
  const given = rated?.counts.get(round)?.statements;
  if (given !== undefined && given.size > 0) {
    return study.statements.values().filter(({ id }) => given.has(id));
  }
  const asksUndecided = study.rounds.find(({ number }) => number === round)?.ask === "undecided";
  const decided = new Set(
    asksUndecided
      ? (rated?.decisions ?? []).flatMap(({ round: after, statements }) =>
          after < round
            ? [...statements].flatMap(([id, { decision }]) => (decision === "include" || decision === "exclude" ? [id] : []))
            : [],
        )
      : [],
  );
  return askedIn(study, round).filter(({ id }) => !decided.has(id));
}

/** The last round before this one that has ratings. */
export function ratedBefore(rated: Rated | undefined, round: number): number | undefined {
  return [...(rated?.counts.keys() ?? [])].filter((number) => number < round).at(-1);
}
