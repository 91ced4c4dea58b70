import type { Delphi, Statement } from "../model/delphi.ts";
import { origins } from "../model/origins.ts";
import type { Place } from "../syntax/place.ts";

/** The places of a study that name a round which it does not have. */
export function unknownRounds(study: Delphi): readonly { readonly number: number; readonly at: Place }[] {
  const known = new Set(study.rounds.map(({ number }) => number));
  if (known.size === 0) return [];
  const named = [
    ...(study.decideAfter ?? []).map((number, i) => ({ number, at: origins.value(study, "decideAfter", i) })),
    ...study.statements.values().flatMap(roundsOf),
  ];
  return named.filter(({ number }) => !known.has(number));
}

function roundsOf(statement: Statement): { readonly number: number; readonly at: Place }[] {
  const { decided, dropped, from, introduced, wording } = statement;
  const at = (key: "introduced" | "decided" | "dropped" | "from" | "wording") => origins.value(statement, key);
  return [
    ...(introduced > 1 ? [{ number: introduced, at: at("introduced") }] : []),
    ...(decided ? [{ number: decided.after, at: at("decided") }] : []),
    ...(dropped ? [{ number: dropped.after, at: at("dropped") }] : []),
    ...(from?.round === undefined ? [] : [{ number: from.round, at: at("from") }]),
    ...[...wording.keys()].map((number) => ({ number, at: at("wording") })),
  ];
}
