import type { Score } from "../model/instrument.ts";
import type { Context } from "./context.ts";
import { type Html, html } from "./html.ts";

/** A score's id as a link to its card. */
export function scoreLink(context: Context, score: Score): Html {
  return html`<a href="#${context.prefix}score-${score.id}">${score.id}</a>`;
}
