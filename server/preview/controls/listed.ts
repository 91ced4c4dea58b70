import type { Item, Option, Response } from "../../model/instrument.ts";
import { type Exact, parseExact, ZERO } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { at, type Context, controlName } from "../context.ts";
import type { Place } from "../control.ts";
import { attribute, type Html, html } from "../html.ts";
import { ownLanguage, phrase } from "../ownWords.ts";
import { wording } from "../wording.ts";

/** A ranking: each option takes its place by number, which works by keyboard and on paper alike. */
export function renderRanking(context: Context, item: Item, response: Response, place: Place): Html {
  const last = response.options.length;
  return html`<p class="how"${ownLanguage(context)}>${context.phrases.text("rankAll", { last })}</p>
<ul class="listed">${response.options.map((option, index) => renderRow(context, item, option, `${place.id}-${index}`, html` min="1" max="${last}"`))}</ul>
`;
}

/** A constant sum: parts of a total, with how much is left. */
export function renderAllocation(context: Context, item: Item, response: Response, place: Place): Html {
  const { total } = response;
  const given = response.options.reduce((sum, option) => sum.add(amountOf(context, item, option)), ZERO);
  const max = attribute("max", total && printExact(total));
  const sum = html`<output id="${place.id}-total">${context.phrases.number(given)}</output>`;
  return html`<ul class="listed">${response.options.map((option, index) => renderRow(context, item, option, `${place.id}-${index}`, html` min="0"${max}`))}</ul>
<p class="how"${ownLanguage(context)}>${
    total === undefined
      ? phrase(context, "givenOut", { sum })
      : phrase(context, "givenOutOf", { sum, total: html`<span${at(context, response, "total")}>${context.phrases.number(total)}</span>` })
  }</p>
`;
}

function renderRow(context: Context, item: Item, option: Option, id: string, bounds: Html): Html {
  const name = `${item.id}__${option.code}`;
  return html`<li><label${at(context, option)}><input type="number" inputmode="numeric" id="${id}"${controlName(context, name)}${bounds}${attribute("value", context.filled?.get(name)?.[0])}> <span>${
    option.label === undefined ? option.code : wording(context, option.label)
  }</span></label></li>
`;
}

function amountOf(context: Context, item: Item, option: Option): Exact {
  return parseExact(context.filled?.get(`${item.id}__${option.code}`)?.[0] ?? "") ?? ZERO;
}
