import { POOLED } from "../../delphi/decideStatement.ts";
import type { RoundDecisions, StatementOutcome } from "../../delphi/decideStudy.ts";
import { ruleSummaries } from "../../delphi/ruleSummary.ts";
import type { StudyReport } from "../../delphi/studyReport.ts";
import { type Html, html } from "../../preview/html.ts";
import { drawRatings } from "./draw-ratings.ts";
import { measurementInWords, percentOf, stabilityInWords } from "./in-words.ts";
import { subjectOf } from "./print-decisions-text.ts";

/** `delphi decide --format html`: the decisions as a page that stands alone, with the ratings of each group drawn. */
export function printDecisionsHtml(report: StudyReport): string {
  const { study, rounds, rates } = report;
  const title = study.metadata.title?.own ?? study.id;
  const page = html`<!doctype html>
<html lang="${study.metadata.language ?? "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ markup: STYLE }}</style></head>
<body>
<h1>${title}</h1>
<p>Delphi study <code>${study.id}</code>${study.metadata.version === undefined ? "" : `, version ${study.metadata.version}`}.</p>
${ruleSummaries(study).map(({ round, sentence }) => html`<p>${round ? `After round ${round.number}: ` : ""}${sentence}</p>`)}
${rates.length > 0 ? ratesTable(report) : undefined}
${rounds.map((round) => roundSection(report, round))}
${stabilitySection(report)}
${sensitivitySection(report)}
</body>
</html>
`;
  return page.markup;
}

const STYLE = `body{font:1rem/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
table{border-collapse:collapse;margin:.5rem 0 1.5rem}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid #d0d7de}
.decision{font-weight:600;white-space:nowrap}.counts{font-size:.9rem;color:#424a53}svg{display:block}
.in{fill:#0b57a4}.out{fill:#a4500b}.other{fill:#8c959f}
@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th,td{border-color:#3d444d}.counts{color:#aab4be}.in{fill:#6cb0ff}.out{fill:#ffb27a}}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`;

function ratesTable({ rates }: StudyReport): Html {
  return html`<table><caption>Who returned the rounds</caption><thead><tr><th scope="col">Round</th><th scope="col">Group</th><th scope="col">Invited</th><th scope="col">Returned</th><th scope="col">Of those of the round before</th></tr></thead><tbody>${rates.map(
    ({ round, scope, invited, returned, stayed }) =>
      html`<tr><td>${round}</td><td>${scope === POOLED ? "all" : scope}</td><td>${invited}</td><td>${returned} (${percentOf(returned, invited)})</td><td>${
        stayed ? `${stayed.k} of ${stayed.n} (${percentOf(stayed.k, stayed.n)})` : ""
      }</td></tr>`,
  )}</tbody></table>`;
}

function roundSection({ study }: StudyReport, { round, statements, ledger }: RoundDecisions): Html {
  return html`<section><h2>Round ${round}</h2>
<p>${statements.size} ${statements.size === 1 ? "statement" : "statements"}: ${ledger.in} from before, ${ledger.added} added, ${ledger.merged} merged; ${ledger.accepted} included, ${ledger.rejected} excluded, ${ledger.carried} left.</p>
<table><caption>Decisions after round ${round}</caption><thead><tr><th scope="col">Statement</th><th scope="col">Decision</th><th scope="col">Ratings</th></tr></thead><tbody>${[
    ...statements,
  ].map(([id, outcome]) => statementRow(id, study.statements.get(id)?.text?.own ?? "", outcome))}</tbody></table></section>`;
}

function statementRow(id: string, text: string, { decision, category, ratings, criteria }: StatementOutcome): Html {
  const scopes = [...new Set(criteria.map(({ scope }) => scope))];
  return html`<tr id="${id}"><th scope="row"><code>${id}</code><br>${text}</th><td class="decision">${decision}${category === undefined ? "" : html`<br>${category}`}</td><td>${scopes.map(
    (scope) => {
      const tally = ratings.groups.get(scope) ?? ratings.pooled;
      const seen = new Set<string>();
      const words = criteria.flatMap((one) => {
        const subject = subjectOf(one.criterion);
        if (one.scope !== scope || !one.measured || seen.has(subject)) return [];
        seen.add(subject);
        return [`${subject} ${measurementInWords(one.measured)}`];
      });
      return html`<div class="counts">${scope === POOLED ? "all" : scope}: ${tally.rated} rated of ${tally.returned} returned and ${tally.invited} invited${
        words.length > 0 ? `; ${words.join("; ")}` : ""
      }</div>${drawRatings(ratings.scale, tally.counts, scope === POOLED ? "all" : scope)}`;
    },
  )}</td></tr>`;
}

function stabilitySection({ stability }: StudyReport): Html | undefined {
  const shown = stability.filter(({ statements }) => statements.size > 0);
  if (shown.length === 0) return undefined;
  return html`<section><h2>Stability</h2>${shown.map(
    ({ from, to, statements }) =>
      html`<table><caption>From round ${from} to ${to}: ${(statements.values().next().value?.measure ?? "").replaceAll("_", " ")}</caption><thead><tr><th scope="col">Statement</th><th scope="col">Change</th><th scope="col">Stable</th></tr></thead><tbody>${[
        ...statements,
      ].map(
        ([id, { value, stable }]) =>
          html`<tr><th scope="row"><code>${id}</code></th><td>${stabilityInWords(value)}</td><td>${stable === undefined ? "cannot be said" : stable ? "yes" : "no"}</td></tr>`,
      )}</tbody></table>`,
  )}</section>`;
}

function sensitivitySection({ sensitivity }: StudyReport): Html | undefined {
  if (sensitivity.length === 0) return undefined;
  return html`<section><h2>By another rule</h2><table><caption>Which decisions would change</caption><thead><tr><th scope="col">Rule</th><th scope="col">Changes</th></tr></thead><tbody>${sensitivity.map(
    ({ variant, changes }) =>
      html`<tr><th scope="row">${variant}</th><td>${
        changes.length === 0
          ? "none"
          : changes.map(({ statement, round, from, to }) => html`<div><code>${statement}</code>, round ${round}: ${from} → ${to}</div>`)
      }</td></tr>`,
  )}</tbody></table></section>`;
}
