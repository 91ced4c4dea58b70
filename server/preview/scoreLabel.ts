import type { Score } from "../model/instrument.ts";
import type { Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { quotedWording } from "./wording.ts";

/** What a score is called: its label, or its id where it has none. */
export function scoreLabel(context: Context, score: Score): Html {
  return score.label === undefined ? html`${score.id}` : quotedWording(context, score.label);
}
