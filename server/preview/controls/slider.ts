import type { Item, Response } from "../../model/instrument.ts";
import { exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { at, type Context } from "../context.ts";
import type { Place } from "../control.ts";
import { attribute, type Html, html } from "../html.ts";
import { ownLanguage } from "../ownWords.ts";
import { anchorAt } from "../points.ts";
import { wording } from "../wording.ts";

/**
 * A visual analogue scale. Until it is moved it has no answer: then it has no name, so a form does not send it, and `data-name` holds the name
 * that it is to take.
 */
export function renderSlider(context: Context, item: Item, response: Response, place: Place): Html {
  const from = response.from ?? response.min ?? exact(0);
  const to = response.to ?? response.max ?? exact(100);
  const given = context.filled?.get(item.id)?.[0];
  const named = given === undefined || given === "" ? attribute("data-name", item.id) : html` name="${item.id}" value="${given}"`;
  const ends = [from, to].map((end) => {
    const anchor = anchorAt(response, end);
    return html`<span>${anchor !== undefined && html`${wording(context, anchor)} `}<span class="number">${printExact(end)}</span></span>`;
  });
  return html`<div class="slider${given === undefined && " untouched"}"${at(context, response)}>
<input type="range" id="${place.id}-answer" min="${printExact(from)}" max="${printExact(to)}" step="${response.step === undefined ? "any" : printExact(response.step)}"${named}${attribute("aria-describedby", place.describedBy)}>
<p class="ends">${ends}</p>
<output for="${place.id}-answer"${given === undefined && ownLanguage(context)}>${given ?? context.phrases.text("noAnswerYet")}</output></div>
`;
}
