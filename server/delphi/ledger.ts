import type { Delphi } from "../model/delphi.ts";
import type { Decision } from "./decideStatement.ts";

/** The statements of one round: in + added - merged = accepted + rejected + carried. */
export interface Ledger {
  /** Asked in an earlier round too, those that were merged into others since then among them. */
  readonly in: number;
  readonly added: number;
  readonly merged: number;
  readonly accepted: number;
  /** Excluded by the rule, or dropped by the study. */
  readonly rejected: number;
  readonly carried: number;
}

interface Asked {
  readonly statements: ReadonlyMap<string, unknown>;
}

/** Counts the statements of a round; those that were not decided on are carried. */
export function ledgerOf(
  study: Delphi,
  rounds: ReadonlyMap<number, Asked>,
  round: number,
  decisionOf: (id: string) => Decision | undefined,
): Ledger {
  const asked = [...(rounds.get(round)?.statements.keys() ?? [])];
  const first = Math.min(...rounds.keys(), ...study.rounds.map(({ number }) => number));
  const added = asked.filter((id) => round > first && study.statements.get(id)?.introduced === round).length;
  const merged = mergedBefore(study, rounds, round);
  const accepted = asked.filter((id) => decisionOf(id) === "include").length;
  const rejected = asked.filter((id) => decisionOf(id) === "exclude" || isDroppedAfter(study, id, round, decisionOf(id))).length;
  return { in: asked.length - added + merged, added, merged, accepted, rejected, carried: asked.length - accepted - rejected };
}

function isDroppedAfter(study: Delphi, id: string, round: number, decision: Decision | undefined): boolean {
  return decision !== "include" && study.statements.get(id)?.dropped?.after === round;
}

/** Statements that were asked in the round before, are asked no more, and say what they became part of. */
function mergedBefore(study: Delphi, rounds: ReadonlyMap<number, Asked>, round: number): number {
  const before = Math.max(...[...rounds.keys()].filter((number) => number < round));
  const asked = rounds.get(round)?.statements;
  return [...(rounds.get(before)?.statements.keys() ?? [])].filter(
    (id) => !asked?.has(id) && study.statements.get(id)?.mergedInto !== undefined,
  ).length;
}

/** The way from one round to the next: what was asked, what left and what came, and what is asked next. */
export interface Passage {
  readonly in: number;
  readonly added: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly carried: number;
}

/** From a round to the next one that there are ratings of; undefined after the last. `carried` counts the statements asked next. */
export function passageAfter(
  study: Delphi,
  rounds: ReadonlyMap<number, Asked>,
  round: number,
  decisionOf: (id: string) => Decision | undefined,
): Passage | undefined {
  const next = [...rounds.keys()].sort((a, b) => a - b).find((number) => number > round);
  if (next === undefined) return undefined;
  const { in: before, added, merged, accepted, rejected } = ledgerOf(study, rounds, round, decisionOf);
  const coming = ledgerOf(study, rounds, next, () => undefined).added;
  const asked = before + added - merged;
  return { in: asked, added: coming, accepted, rejected, carried: asked + coming - accepted - rejected };
}

/** A statement that goes missing between two rounds: carried and not asked, or asked although it was decided. */
export interface Gap {
  readonly statement: string;
  readonly from: number;
  readonly to: number;
  readonly kind: "not asked" | "asked again";
}

export function gapsAfter(
  study: Delphi,
  rounds: ReadonlyMap<number, Asked>,
  round: number,
  decisionOf: (id: string) => Decision | undefined,
): readonly Gap[] {
  const to = [...rounds.keys()].sort((a, b) => a - b).find((number) => number > round);
  const next = to === undefined ? undefined : rounds.get(to)?.statements;
  if (to === undefined || !next) return [];
  const asksUndecided = study.rounds.find(({ number }) => number === to)?.ask === "undecided";
  return [...(rounds.get(round)?.statements.keys() ?? [])].flatMap((statement): Gap[] => {
    const decision = decisionOf(statement);
    const written = study.statements.get(statement);
    const left = decision === "include" || decision === "exclude";
    if (left) return asksUndecided && next.has(statement) ? [{ statement, from: round, to, kind: "asked again" }] : [];
    const explained = written?.mergedInto !== undefined || (written?.dropped !== undefined && written.dropped.after <= round);
    return next.has(statement) || explained ? [] : [{ statement, from: round, to, kind: "not asked" }];
  });
}
