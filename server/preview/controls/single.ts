import type { Item, Response } from "../../model/instrument.ts";
import { printExact } from "../../number/print.ts";
import { at, type Context, controlName } from "../context.ts";
import type { Place } from "../control.ts";
import { attribute, type Html, html } from "../html.ts";
import { numberBounds } from "../numberBounds.ts";
import { ownLanguage } from "../ownWords.ts";
import { wording } from "../wording.ts";

/** A response of one field: a number, a text, a date, a clock time, a duration, a file. */
export function renderField(context: Context, item: Item, response: Response, place: Place): Html {
  const given = context.filled?.get(item.id)?.[0];
  const describedBy = [place.describedBy, boundsOf(context, response) === undefined ? undefined : `${place.id}-bounds`]
    .filter((part) => part !== undefined)
    .join(" ");
  const common = html` id="${place.id}-answer"${controlName(context, item.id)}${attribute("required", item.require === true)}${attribute("aria-describedby", describedBy || undefined)}`;
  const missing = response.options.filter((option) => option.missing);
  return html`<div class="field"${at(context, response)}>${field(context, response, common, given)}${
    boundsOf(context, response) !== undefined &&
    html` <span class="bounds" id="${place.id}-bounds"${ownLanguage(context)}>${boundsOf(context, response)}</span>`
  }</div>
${missing.map(
  (option, index) =>
    html`<label class="option missing"${at(context, option)}><input type="checkbox" id="${place.id}-${index}" name="${item.id}__${option.code}" value="${option.code}"${attribute("checked", given === option.code || context.filled?.has(`${item.id}__${option.code}`))}> <span>${option.label === undefined ? option.code : wording(context, option.label)}</span></label>
`,
)}`;
}

function field(context: Context, response: Response, common: Html, given: string | undefined): Html {
  const value = attribute("value", given);
  switch (response.type) {
    case "integer":
    case "decimal": {
      const bounds = html`${attribute("min", response.min && printExact(response.min))}${attribute("max", response.max && printExact(response.max))}`;
      const step = response.step === undefined ? (response.type === "integer" ? "1" : "any") : printExact(response.step);
      return html`<input type="number" inputmode="${response.type === "integer" ? "numeric" : "decimal"}" step="${step}"${bounds}${common}${value}>${unit(context, response)}`;
    }
    case "date":
    case "time":
    case "file":
      return html`<input type="${response.type}"${common}${response.type !== "file" && value}>`;
    case "duration":
      return html`<input type="text" class="short"${common}${value}>${unit(context, response)}`;
    default:
      return html`<textarea rows="3"${common}>\n${given}</textarea>`;
  }
}

function unit(context: Context, response: Response): Html | undefined {
  return response.unit === undefined ? undefined : html` <span class="unit">${wording(context, response.unit)}</span>`;
}

/** What a field takes, where its own kind does not say it. */
function boundsOf({ phrases }: Context, response: Response): string | undefined {
  if (response.type === "duration") {
    return response.unit === undefined ? phrases.text("duration") : undefined;
  }
  return response.type === "integer" || response.type === "decimal" ? numberBounds(response, phrases) : undefined;
}
