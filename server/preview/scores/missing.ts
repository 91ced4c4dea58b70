import type { Score } from "../../model/instrument.ts";
import { type Member, neededCount } from "../../model/resolve.ts";
import { type Html, html } from "../html.ts";
import { fillInWords, listed, missingInWords, neededInWords } from "./missingInWords.ts";

/** The missing rule: one sentence where all must be answered, else a table from how many are missing to what happens. */
export function renderMissing(score: Score, members: readonly Member[]): Html {
  const allowed = members.length - neededCount(score.missing, members.length);
  if (allowed <= 0) {
    return html`${missingInWords(score, members)}`;
  }
  const always = score.missing?.always ?? [];
  const some = Math.min(allowed, members.length - 1);
  const rows: readonly (readonly [string, string])[] = [
    ["none", `${score.method ?? "score"} of all ${members.length}`],
    ...(some === 0 ? [] : [[some === 1 ? "1" : `1 ${some === 2 ? "or" : "to"} ${some}`, fillInWords(score)] as const]),
    ...(always.length === 0 ? [] : [[listed(always), "no score"] as const]),
    [allowed + 1 >= members.length ? `all ${members.length}` : `${allowed + 1} or more`, "no score"],
  ];
  return html`${neededInWords(score, members.length)}<table class="missing-table"><thead><tr><th scope="col">Missing</th><th scope="col">What happens</th></tr></thead>
<tbody>${rows.map(([missing, what]) => html`<tr><th scope="row">${missing}</th><td>${what}</td></tr>`)}</tbody></table>`;
}
