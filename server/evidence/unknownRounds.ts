import type { Delphi } from "../model/delphi.ts";
import { origins } from "../model/origins.ts";
import type { Place } from "../syntax/place.ts";

/** The places of a study that name a round which it does not have. */
export function unknownRounds(study: Delphi): readonly { readonly number: number; readonly at: Place }[] {
  const known = new Set(study.rounds.map(({ number }) => number));
  if (known.size === 0) return [];
  const named = [
    ...(study.decideAfter ?? []).map((number, i) => ({ number, at: origins.value(study, "decideAfter", i) })),
    ...study.statements
      .values()
      .filter(({ introduced }) => introduced > 1)
      .map((statement) => ({ number: statement.introduced, at: origins.value(statement, "introduced") })),
  ];
  return named.filter(({ number }) => !known.has(number));
}
