import type { Analysis } from "../analysis/analysis.ts";
import type { Delphi, Statement } from "../model/delphi.ts";
import { origins } from "../model/origins.ts";
import type { Problem } from "../problem.ts";
import type { Place } from "../syntax/place.ts";
import { inOwnLanguage, plain } from "./texts.ts";

/**
 * What became of statements between two versions of a Delphi study without being written down. Before anything was rated a study may change
 * as it likes: it has begun where the old version tells of a decision, or of a statement that came later.
 */
export function statementProblems(old: Analysis, now: Analysis): readonly Problem[] {
  if (!old.delphi || !now.delphi || !hasBegun(old.delphi)) return [];
  const { delphi, instrument } = now;
  const language = instrument.metadata.language;
  const text = (statement: Statement) => plain(inOwnLanguage(statement.text, language) ?? "");
  const problem = (code: string, message: string, place: Place): Problem => ({
    code,
    severity: "error",
    message,
    range: now.range(place),
    related: [],
    fixes: [],
  });
  return old.delphi.statements.values().flatMap((before): Problem[] => {
    const after = delphi.statements.get(before.id);
    if (after === undefined) {
      const field = now.fields.find(({ name }) => name === "statements");
      const heir = delphi.statements.values().some(({ replaces }) => replaces.includes(before.id));
      if (!field || heir || before.dropped || before.mergedInto !== undefined) return [];
      const message = `"${before.id}" was rated and is gone: write what became of it ("dropped" or "merged_into"), or the counts of the rounds do not add up`;
      return [problem("ledger-unbalanced", message, { segment: field.segment, start: field.key.start, end: field.key.end })];
    }
    const kept = [...after.wording.values()].some((former) => plain(inOwnLanguage(former, language) ?? "") === text(before));
    if (text(before) === text(after) || kept || before.introduced > lastRound(old.delphi)) return [];
    const message = `"${after.id}" was rated as "${text(before)}": write the former text under "wording", with the last round in which it was rated`;
    return [problem("statement-changed-silently", message, origins.name(after))];
  });
}

function hasBegun({ statements }: Delphi): boolean {
  return statements.values().some(({ decided, introduced, from }) => decided !== undefined || introduced > 1 || from !== undefined);
}

/** The last round that is known to be over. */
const lastRound = (study: Delphi | undefined): number =>
  Math.max(1, ...(study?.statements.values() ?? []).flatMap(({ decided, introduced }) => [decided?.after ?? 0, introduced - 1]));
