import type { StatementOutcome } from "../../delphi/decideStudy.ts";
import type { Delphi, Statement } from "../../model/delphi.ts";
import { type Context, stop } from "../context.ts";
import { type Html, html, type Part } from "../html.ts";
import { renderWideTable } from "../wideTable.ts";
import { quotedWording } from "../wording.ts";

/** Each statement with what was decided after each round: by the ratings where there are any, else as written. */
export function renderDecisions(context: Context, study: Delphi): Html | undefined {
  const decided = context.rated?.decisions ?? [];
  const rounds = decided.length > 0 ? decided.map(({ round }) => round) : [];
  const statements = study.statements.values();
  if (statements.length === 0) {
    return undefined;
  }
  const table = renderWideTable({
    name: "Statements",
    kind: "decisions",
    head: ["Statement", "First asked", ...(rounds.length > 0 ? rounds.map((round) => `After round ${round}`) : ["Decided"])],
    rows: statements.map((statement) => ({
      attributes: stop(context, statement),
      cells: [
        html`${statement.text === undefined ? statement.id : quotedWording(context, statement.text)} <code>${statement.id}</code>${rounds.length > 0 && leftInWords(statement) !== undefined && html` <span class="note-inline">${leftInWords(statement)}</span>`}`,
        `round ${statement.introduced}`,
        ...(rounds.length > 0 ? decided.map((round) => outcomeInWords(round.statements.get(statement.id))) : [writtenInWords(statement)]),
      ],
    })),
  });
  return html`<section class="part"><h2>Statements</h2>
${table}</section>
`;
}

const DECISIONS = {
  include: "included",
  exclude: "excluded",
  carry: "carried",
  undecidable: "too few ratings",
  undecided: "no consensus",
} as const;

function outcomeInWords(outcome: StatementOutcome | undefined): Part {
  return outcome === undefined
    ? ""
    : html`<span class="decision ${outcome.decision}">${DECISIONS[outcome.decision]}</span>${outcome.category !== undefined && ` (${outcome.category})`}`;
}

/** Why a statement is asked no more, though nothing was decided. */
function leftInWords({ dropped, mergedInto }: Statement): string | undefined {
  if (mergedInto !== undefined) {
    return `merged into ${mergedInto}`;
  }
  return dropped && `dropped after round ${dropped.after}${dropped.reason === undefined ? "" : `: ${dropped.reason}`}`;
}

function writtenInWords(statement: Statement): string {
  const left = leftInWords(statement);
  if (left !== undefined) {
    return left;
  }
  const { decided } = statement;
  return decided === undefined
    ? "open"
    : `${decided.as === "undecided" ? "no consensus" : DECISIONS[decided.as]} after round ${decided.after}`;
}
