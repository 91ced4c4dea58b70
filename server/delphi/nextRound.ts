import type { Delphi, Statement } from "../model/delphi.ts";
import type { StatementOutcome } from "./decideStudy.ts";
import { lastRound } from "./decideStudy.ts";
import { isFlowSafe, type StudyEdit, statementAdded, withEntry } from "./studyEdits.ts";

/** A statement that panellists suggested. */
export interface Suggestion {
  readonly id: string;
  /** The group of statements that it belongs to. */
  readonly group: string;
  readonly text: string;
  readonly suggestedBy: number;
}

/** What a round changes in the file of a study. */
export interface NextRound {
  /** The round that the ratings are of. */
  readonly after: number;
  readonly edits: readonly StudyEdit[];
  readonly decided: readonly { readonly id: string; readonly as: "include" | "exclude" | "undecided" }[];
  readonly added: readonly string[];
  /** Suggested by fewer than the round asks for. */
  readonly notAdded: readonly string[];
  /** Suggested to a round that asks for no suggestions, before one that adds none. */
  readonly notTaken: readonly string[];
}

/**
 * The edits that write a round into its study: `decided` for each statement that was decided, and the statements that enough panellists suggested.
 * What the file says already is left as it is, so that a second time changes nothing.
 */
export function nextRound(
  study: Delphi,
  after: number,
  outcomes: ReadonlyMap<string, StatementOutcome>,
  suggestions: readonly Suggestion[],
): NextRound {
  const isLast = after >= lastRound(study);
  const edits: StudyEdit[] = [];
  const decided: NextRound["decided"][number][] = [];
  for (const [id, { decision }] of outcomes) {
    const statement = study.statements.get(id);
    const as = decision === "include" || decision === "exclude" ? decision : isLast ? "undecided" : undefined;
    if (!statement || as === undefined) continue;
    decided.push({ id, as });
    if (statement.decided?.after === after && statement.decided.as === as) continue;
    edits.push(withEntry(statement, "decided", `{after: ${after}, as: ${as}}`));
  }
  const round = study.rounds.find(({ number }) => number === after);
  const takes = round?.suggest !== undefined || study.rounds.find(({ number }) => number === after + 1)?.add === "suggested";
  const needed = round?.suggest?.adoptIf ?? 1;
  const known = new Set(study.statements.ids());
  const wanted = suggestions.filter(({ id, suggestedBy }) => known.has(id) || (takes && suggestedBy >= needed));
  const left = suggestions.filter((one) => !wanted.includes(one)).map(({ id }) => id);
  for (const one of wanted) {
    if (known.has(one.id)) continue;
    known.add(one.id);
    const edit = statementAdded(study, one.group, one.id, entryOf(one, after));
    if (edit) edits.push(edit);
  }
  return {
    after,
    edits,
    decided,
    added: wanted.map(({ id }) => id),
    notAdded: takes ? left : [],
    notTaken: takes ? [] : left,
  };
}

function entryOf({ text, suggestedBy }: Suggestion, round: number): string {
  const written = isFlowSafe(text) ? text : JSON.stringify(text);
  return `{text: ${written}, introduced: ${round + 1}, from: {round: ${round}, suggested_by: ${suggestedBy}}}`;
}

/** The statements that the next round asks: those of its number, without those that have left. */
export function askedIn(study: Delphi, round: number): readonly Statement[] {
  const ask = study.rounds.find(({ number }) => number === round)?.ask;
  return study.statements.values().filter(({ introduced, decided, dropped, mergedInto }) => {
    if (introduced > round || mergedInto !== undefined || (dropped && dropped.after < round)) return false;
    return ask !== "undecided" || !decided || decided.after >= round || decided.as === "undecided";
  });
}
