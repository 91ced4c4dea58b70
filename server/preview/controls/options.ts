import type { Item, Option, Response } from "../../model/instrument.ts";
import { condition } from "../condition.ts";
import { at, type Context, controlId, optionName } from "../context.ts";
import type { Place } from "../control.ts";
import { attribute, type Html, html } from "../html.ts";
import { ownLanguage, phrase } from "../ownWords.ts";
import { plainWording, wording } from "../wording.ts";

/** The options of a choice or of a multiple response. Few short ones stand in a row where there is room. */
export function renderOptions(context: Context, item: Item, response: Response, place: Place): Html {
  // With answers only those options stand there that are offered; without, all of them with their conditions.
  const offered = response.options.filter(
    (option) => option.when === undefined || context.live === undefined || context.live.holds(option.when) === true,
  );
  const options = offered.map((option) =>
    renderOption(context, item, response, option, { ...place, id: `${place.id}-${response.options.indexOf(option)}` }),
  );
  return html`<div class="options${isRow(context, response) && " row"}">
${options}</div>
${
  response.randomise &&
  html`<p class="note order"${ownLanguage(context)}${at(context, response, "randomise")}>${context.phrases.text("drawnOptions")}</p>
`
}`;
}

function renderOption(context: Context, item: Item, response: Response, option: Option, { id }: Place): Html {
  const kind = `option${option.missing ? " missing" : ""}${option.exclusive ? " exclusive" : ""}`;
  const input = optionInput(context, item, response, option, controlId(context, id));
  const label = html`<label class="${kind}"${at(context, option)}>${input} <span>${option.label === undefined ? option.code : wording(context, option.label)}${
    option.when !== undefined &&
    html` <small class="note"${ownLanguage(context)}>${phrase(context, "optionOnlyIf", { condition: condition(context, option.when) })}</small>`
  }</span></label>
`;
  if (!option.other) {
    return label;
  }
  const name = `${item.id}__${option.code}__other`;
  const own = plainWording(context, option.label) || option.code;
  // A name for a screen reader cannot be in two languages.
  const what = context.phrases.isForeign ? own : context.phrases.text("inOwnWords", { label: own });
  return html`<div class="with-other">${label}<input type="text" name="${name}" id="${id}-other" aria-label="${what}"${attribute("value", context.filled?.get(name)?.[0])}></div>
`;
}

/** The radio button or tick box of one option, ticked where it was, or beforehand where the author says so. */
export function optionInput(
  context: Context,
  item: Item,
  response: Response,
  option: Pick<Option, "code" | "preselected">,
  attributes: Html,
): Html {
  const ticked = context.filled === undefined ? option.preselected : context.filled.get(item.id)?.includes(option.code) === true;
  const type = response.type === "multiple" ? "checkbox" : "radio";
  return html`<input${attribute("type", type)}${optionName(context, item.id, option.code)}${attributes}${attribute("required", type === "radio" && item.require === true)}${attribute("checked", ticked)}>`;
}

const LONGEST_IN_ROW = 28;
const MOST_IN_ROW = 7;

function isRow(context: Context, response: Response): boolean {
  const { options } = response;
  return (
    response.type === "choice" &&
    options.length > 2 &&
    options.length <= MOST_IN_ROW &&
    options.every(
      (option) =>
        !option.other && option.when === undefined && (plainWording(context, option.label) || option.code).length <= LONGEST_IN_ROW,
    )
  );
}
