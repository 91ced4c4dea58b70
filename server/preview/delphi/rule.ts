import { POOLED } from "../../delphi/decideStatement.ts";
import type { RatingsNeeded } from "../../delphi/ratingsNeeded.ts";
import { criterionInWords } from "../../delphi/ruleInWords.ts";
import type { RuleSummary } from "../../delphi/ruleSummary.ts";
import type { Delphi } from "../../model/delphi.ts";
import { at, type Context } from "../context.ts";
import { attribute, type Html, html } from "../html.ts";
import { renderWideTable } from "../wideTable.ts";
import { nameOf } from "./statementFeedback.ts";

/** A rule of consensus in a few sentences, and for each group how many ratings it needs of so many that there are. */
export function renderRule(context: Context, study: Delphi, summary: RuleSummary, all: readonly RuleSummary[]): Html {
  const { round, response, rule, sentence, tables } = summary;
  const isOneOfSeveral = all.some((other) => other !== summary && other.round === round);
  const where = [
    round === undefined ? "" : `after round ${round.number}`,
    isOneOfSeveral && response.id !== undefined ? `rated on ${response.id}` : "",
  ].filter((part) => part !== "");
  const place = round === undefined ? at(context, study, "consensus") : at(context, round, "consensus");
  return html`<div class="rule"${place}${context.locate && attribute("data-key", where.join(", "))}>${where.length > 0 && html`<h3>${capital(where.join(", "))}</h3>`}
<p class="sentence">${sentence}</p>${rule.preset !== undefined && html`<p class="note">This is what the preset <code>${rule.preset}</code> stands for.</p>`}
${tables.map((table) => renderNeeded(context, summary, table, where.join(", ")))}</div>
`;
}

const SIDES = { include: "Included:", exclude: "Excluded:" } as const;

/** One row for each number of raters that a group may have. */
function renderNeeded(context: Context, { rule, scale }: RuleSummary, { scope, criteria, rows }: RatingsNeeded, where: string): Html {
  const name = `${scope === POOLED ? "All panellists" : nameOf(context, scope)}: ratings needed${where === "" ? "" : ` (${where})`}`;
  return renderWideTable({
    name,
    kind: "needed",
    head: [
      "Raters",
      ...criteria.map(({ side, criterion }) => html`<strong>${SIDES[side]}</strong> ${criterionInWords(criterion, rule, scale)}`),
    ],
    rows: rows.map(({ n, needed }) => ({
      cells: [
        n,
        ...needed.map((one) =>
          one === undefined
            ? "never"
            : one.least === one.most
              ? `exactly ${one.least}`
              : one.most === n
                ? `${one.least} or more`
                : one.least === 0
                  ? `at most ${one.most}`
                  : `${one.least} to ${one.most}`,
        ),
      ],
    })),
  });
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
