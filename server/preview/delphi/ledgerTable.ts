import type { Delphi } from "../../model/delphi.ts";
import { type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { renderWideTable } from "../wideTable.ts";
import { roundLedgers } from "./roundLedgers.ts";

/** Round by round what came in, was added and merged, and what was accepted, rejected and carried. */
export function renderLedger(context: Context, study: Delphi): Html | undefined {
  if (study.rounds.length === 0) {
    return undefined;
  }
  const ledgers = roundLedgers(study, context.rated);
  const byRatings = ledgers.filter(({ isRated }) => isRated).length;
  const source =
    byRatings === ledgers.length
      ? "by the ratings"
      : byRatings === 0
        ? "as written in the study"
        : "by the ratings, later rounds as written in the study";
  const table = renderWideTable({
    name: "Statements by round",
    head: ["Round", "In", "Added", "Merged", "Asked", "Accepted", "Rejected", "Carried"],
    rows: ledgers.map(({ round, ledger, asked }) => {
      const written = study.rounds.find(({ number }) => number === round);
      return {
        cells: [round, ledger.in, ledger.added, ledger.merged, asked, ledger.accepted, ledger.rejected, ledger.carried],
        attributes: written && stop(context, written),
      };
    }),
  });
  return html`<section class="part"><h2>Ledger</h2>
<p class="note">Those in and those added, without those merged, are asked; each is then accepted, rejected or carried (${source}).</p>
${table}</section>
`;
}
