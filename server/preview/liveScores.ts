import type { Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { scoreLabel } from "./scoreLabel.ts";

/** The scores as the answers so far make them, with the way that led there; nothing before anything is answered. */
export function renderLiveScores(context: Context): Html | undefined {
  const { live } = context;
  if (live === undefined) {
    return undefined;
  }
  const rows = context.instrument.scores.values().flatMap((score) => {
    const one = live.scores.get(score.id);
    if (one === undefined || score.helper || score.level === "group") {
      return [];
    }
    const value =
      one.value === undefined
        ? html`<span class="none">${one.because ?? "no value yet"}</span>`
        : html`<output>${one.value}</output>${one.band !== undefined && html` <span class="band">${one.band}</span>`}`;
    return [
      html`<details id="${context.prefix}live-${score.id}"><summary><span class="name">${scoreLabel(context, score)}</span> ${value}</summary>
<ol>${one.trace.map((step) => html`<li>${step}</li>`)}</ol></details>
`,
    ];
  });
  return rows.length === 0
    ? undefined
    : html`<aside class="live" aria-label="Scores with these answers" lang="en" dir="ltr"><h2>Scores with these answers</h2>
${rows}</aside>
`;
}
