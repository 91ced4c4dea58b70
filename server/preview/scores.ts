import type { Score } from "../model/instrument.ts";
import { at, type Context, stop } from "./context.ts";
import { renderFindings } from "./findings.ts";
import { type Html, html } from "./html.ts";
import { scoreLabel } from "./scoreLabel.ts";
import { scoreFacts } from "./scores/facts.ts";
import { renderRange } from "./scores/range.ts";
import { quotedWording } from "./wording.ts";

/** Every score with what it can be, drawn, and how it is made, in words. Helper scores are folded away. */
export function renderScores(context: Context): Html {
  const { scores, metadata, id } = context.instrument;
  const shown = scores.values().filter((score) => !score.helper);
  const helpers = scores.values().filter((score) => score.helper);
  return html`<div class="scores" lang="en" dir="ltr">
<header class="cover"><h1${at(context, metadata, "title")}>${metadata.title === undefined ? id : quotedWording(context, metadata.title)}</h1></header>
${
  scores.size === 0 &&
  html`<p class="note">no scores yet</p>
`
}${shown.map((score) => renderScore(context, score, 2))}${
  helpers.length > 0 &&
  html`<details class="helpers" id="${context.prefix}helpers"><summary>${helpers.length === 1 ? "1 helper score" : `${helpers.length} helper scores`}</summary>
${helpers.map((score) => renderScore(context, score, 2))}</details>
`
}</div>
`;
}

function renderScore(context: Context, score: Score, level: number): Html {
  const tag = { markup: `h${level}` };
  const id = `${context.prefix}score-${score.id}`;
  return html`<article class="score" id="${id}"${stop(context, score)}>
<${tag}${at(context, score, "label")}>${scoreLabel(context, score)}${score.label !== undefined && html` <code>${score.id}</code>`}${badges(score)}</${tag}>
${renderFindings(context, context.problemsOf(score))}${renderLive(context, score)}${renderRange(context, score, id)}<dl class="facts">
${scoreFacts(context, score).map(
  ({
    name,
    property,
    content,
  }) => html`<div${property !== undefined && at(context, score, property)}><dt>${name}</dt><dd>${content}</dd></div>
`,
)}</dl></article>
`;
}

function badges(score: Score): Html {
  return html`${score.level === "group" && html` <span class="badge">group score</span>`}${score.helper && html` <span class="badge">helper</span>`}`;
}

function renderLive(context: Context, score: Score): Html | undefined {
  const live = context.live?.scores.get(score.id);
  if (live === undefined) {
    return undefined;
  }
  const value =
    live.value === undefined
      ? html`no value: ${live.because ?? "answers are missing"}`
      : html`<strong>${live.value}</strong>${live.band !== undefined && ` ${live.band}`}`;
  return html`<p class="now" id="${context.prefix}score-${score.id}-now">With these answers: ${value}</p>
`;
}
