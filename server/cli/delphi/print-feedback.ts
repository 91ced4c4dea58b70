import { POOLED } from "../../delphi/decideStatement.ts";
import type { PanellistFeedback, RoundFeedback, StatementFeedback } from "../../delphi/feedback.ts";
import type { Delphi } from "../../model/delphi.ts";
import { exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { roundTo } from "../../number/round.ts";
import { type Html, html } from "../../preview/html.ts";
import { csvRow } from "../data/csv-write.ts";
import { drawRatings } from "./draw-ratings.ts";

/** The own ratings of each panellist: a row for each statement that is asked next. */
export function printOwnRatings(study: Delphi, { panellists, statements }: RoundFeedback): string {
  const rows = panellists.flatMap(({ id, group, own }) =>
    statements.map(({ id: statement }) => csvRow([id, group ?? "", statement, textOf(study, statement), own.get(statement) ?? ""])),
  );
  return csvRow(["panellist", "group", "statement", "text", "own"]) + rows.join("");
}

/** What is shown of each group; cells of a group with too few ratings are empty. */
export function printGroupRatings(study: Delphi, { statements, shows }: RoundFeedback): string {
  const codes = shows.show.includes("distribution")
    ? [...new Set(statements.flatMap(({ scale }) => scale.points.map(({ code }) => code)))]
    : [];
  const measures = ["median", "mean", "sd"].filter((name) => shows.show.includes(name));
  const head = [
    "statement",
    "text",
    "group",
    "shown",
    ...measures,
    ...(shows.show.includes("iqr") ? ["q1", "q3"] : []),
    ...codes.map((code) => `n_${code}`),
  ];
  const rows = statements.flatMap(({ id, scale, groups }) =>
    groups.map(({ scope, shown }) => {
      const numbers = { median: shown?.median, mean: shown?.mean, sd: shown?.sd };
      const cells = measures.map((name) => printed(numbers[name as keyof typeof numbers]));
      const quartiles = shows.show.includes("iqr") ? [printed(shown?.quartiles?.[0]), printed(shown?.quartiles?.[1])] : [];
      const counts = codes.map((code) => {
        const place = scale.points.findIndex((point) => point.code === code);
        return shown?.distribution && place >= 0 ? String(shown.distribution[place] ?? 0) : "";
      });
      return csvRow([
        id,
        textOf(study, id),
        scope === POOLED ? "all" : scope,
        shown ? "yes" : "too few",
        ...cells,
        ...quartiles,
        ...counts,
      ]);
    }),
  );
  return csvRow(head) + rows.join("");
}

/** A sheet to print for each panellist: the statements of the next round with the own rating and what is shown of the panel. */
export function printSheets(study: Delphi, feedback: RoundFeedback): string {
  const title = study.metadata.title?.own ?? study.id;
  return html`<!doctype html>
<html lang="${study.metadata.language ?? "en"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}: round ${feedback.round}</title><style>${{ markup: STYLE }}</style></head>
<body>
${feedback.panellists.map((panellist) => sheet(study, title, feedback, panellist))}
</body>
</html>
`.markup;
}

const STYLE = `body{font:1rem/1.4 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
section{break-after:page;margin-bottom:3rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid #d0d7de}
tr{break-inside:avoid}svg{display:block}.in{fill:#0b57a4}.out{fill:#a4500b}.other{fill:#8c959f}.small{font-size:.9rem;color:#424a53}`;

function sheet(study: Delphi, title: string, { round, statements, shows }: RoundFeedback, panellist: PanellistFeedback): Html {
  return html`<section><h1>${title}</h1><p>Ratings of round ${round} for ${panellist.id}</p>
<table><thead><tr><th scope="col">Statement</th>${shows.own ? html`<th scope="col">Your rating</th>` : ""}<th scope="col">The panel</th></tr></thead><tbody>${statements.map(
    (statement) => {
      const own = panellist.own.get(statement.id);
      return html`<tr><th scope="row">${textOf(study, statement.id)}</th>${shows.own ? html`<td>${own ?? "–"}</td>` : ""}<td>${ofPanel(study, statement, own)}</td></tr>`;
    },
  )}</tbody></table></section>
`;
}

function ofPanel(study: Delphi, { scale, groups }: StatementFeedback, own: string | undefined): readonly Html[] {
  const place = own === undefined ? undefined : scale.points.findIndex(({ code }) => code === own);
  return groups.map(({ scope, rated, shown }) => {
    const name = scope === POOLED ? "All" : (study.panel.groups.get(scope)?.label?.own ?? scope);
    if (!shown) return html`<div class="small">${name}: too few ratings to be shown</div>`;
    const words = [
      shown.median && `median ${printed(shown.median)}`,
      shown.mean && `mean ${printed(shown.mean)}`,
      shown.sd && `standard deviation ${printed(shown.sd)}`,
      shown.quartiles && `middle half ${printed(shown.quartiles[0])} to ${printed(shown.quartiles[1])}`,
    ].filter((word) => typeof word === "string");
    return html`<div class="small">${name}, ${rated} ratings${words.length > 0 ? `: ${words.join(", ")}` : ""}</div>${
      shown.distribution ? drawRatings(scale, shown.distribution, name, place) : ""
    }`;
  });
}

const textOf = (study: Delphi, id: string): string => study.statements.get(id)?.text?.own ?? "";

const HUNDREDTH = exact(1, 100);
const printed = (value: Parameters<typeof printExact>[0] | undefined): string =>
  value ? printExact(roundTo(value, HUNDREDTH, "half_even")) : "";
