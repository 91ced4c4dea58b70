import type { Decision } from "../../delphi/decideStatement.ts";
import { type Ledger, ledgerOf } from "../../delphi/ledger.ts";
import { askedIn } from "../../delphi/nextRound.ts";
import type { Delphi } from "../../model/delphi.ts";
import type { Rated } from "./rated.ts";

/** What became of the statements in each round. */
export interface RoundLedger {
  readonly round: number;
  readonly ledger: Ledger;
  /** Asked in the round. */
  readonly asked: number;
  /** Whether ratings say it, else what is written in the study. */
  readonly isRated: boolean;
}

/** A ledger for each round that the study plans: by its ratings where there are any, else by what is written of its statements. */
export function roundLedgers(study: Delphi, rated: Rated | undefined): readonly RoundLedger[] {
  const written = new Map(
    study.rounds.map(({ number }) => [number, { statements: new Map(askedIn(study, number).map(({ id }) => [id, true])) }]),
  );
  const rounds =
    rated === undefined ? written : new Map<number, { readonly statements: ReadonlyMap<string, unknown> }>([...written, ...rated.counts]);
  const decisions = new Map(rated?.decisions.map(({ round, statements }) => [round, statements]));
  return study.rounds.map(({ number: round }) => {
    const isRated = rated?.counts.has(round) === true;
    const decisionOf = (id: string): Decision | undefined =>
      isRated ? decisions.get(round)?.get(id)?.decision : writtenDecision(study, id, round);
    const ledger = ledgerOf(study, isRated ? (rated?.counts ?? rounds) : rounds, round, decisionOf);
    return { round, ledger, asked: ledger.in + ledger.added - ledger.merged, isRated };
  });
}

function writtenDecision(study: Delphi, id: string, round: number): Decision | undefined {
  const decided = study.statements.get(id)?.decided;
  return decided?.after === round ? decided.as : undefined;
}
