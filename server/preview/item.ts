import type { Item, Response } from "../model/instrument.ts";
import { at, type Context, itemData } from "./context.ts";
import { renderControl } from "./control.ts";
import { attribute, type Html, html, NOTHING } from "./html.ts";
import { itemNotes, routingNote } from "./notes.ts";
import { ownLanguage } from "./ownWords.ts";
import type { Message } from "./view.ts";
import { languageAttributes, wording } from "./wording.ts";

/** One item with its response, as a participant answers it. */
export function renderItem(context: Context, item: Item, response: Response | undefined): Html {
  const id = `${context.prefix}item-${item.id}`;
  if (isHidden(context, item)) {
    return html`<div class="item hidden-item" id="${id}"${itemData(context, item.id)}${at(context, item)}>${routingNote(context, item)}${notAsked(context)}</div>
`;
  }
  return html`<div class="item" id="${id}"${itemData(context, item.id)}${at(context, item)}>
${routingNote(context, item)}${renderQuestion(context, item, response, id)}${renderMessages(context, item, id)}${itemNotes(context, item)}</div>
`;
}

/** What stands in the place of an item that is not asked. */
export function notAsked(context: Context): Html {
  return html`<p class="note"${ownLanguage(context)}>${context.phrases.text("notAsked")}</p>`;
}

/** Where the answers so far hide an item. Without answers everything is shown. */
export function isHidden(context: Context, item: Item): boolean {
  return context.live !== undefined && context.live.asked(item.id) !== true;
}

/** The stem with what belongs to it. Several controls are one group under the stem, a single one is labelled by it. */
function renderQuestion(context: Context, item: Item, response: Response | undefined, id: string): Html {
  const described = [item.help !== undefined ? `${id}-help` : "", messagesOf(context, item).length > 0 ? `${id}-message` : ""]
    .filter((part) => part !== "")
    .join(" ");
  const help =
    item.help !== undefined &&
    html`<p class="help" id="${id}-help"${at(context, item, "help")}>${wording(context, item.help)}</p>
`;
  if (response === undefined) {
    return html`<p class="stem">${renderStem(context, item)}</p>
${help}<p class="note"${ownLanguage(context)}>${context.phrases.text("nothingToAnswer")}</p>
`;
  }
  const control = renderControl(context, item, response, { id, describedBy: described === "" ? undefined : described });
  if (control.grouped) {
    return html`<fieldset${attribute("aria-describedby", described === "" ? undefined : described)}><legend class="stem">${renderStem(context, item)}</legend>
${help}${control.content}</fieldset>
`;
  }
  return html`<label class="stem" for="${id}-answer">${renderStem(context, item)}</label>
${help}${control.content}`;
}

/** The wording of an item, with the mark of an answer that is needed. */
export function renderStem(context: Context, item: Item): Html {
  const place = at(context, item, "stem");
  const words = item.stem === undefined ? html`${item.id}` : wording(context, item.stem);
  return html`${place === NOTHING ? words : html`<span${place}>${words}</span>`}${
    item.require === true && html`<span class="must" aria-hidden="true"> *</span>`
  }`;
}

export function messagesOf(context: Context, item: Item): readonly Message[] {
  return context.live?.messages(item.id) ?? [];
}

/** What is said about the answer that was given. */
export function renderMessages(context: Context, item: Item, id: string): Html | undefined {
  const messages = messagesOf(context, item);
  return messages.length === 0
    ? undefined
    : html`<p class="message" role="status" id="${id}-message">${messages.map(({ words, language }, index) => html`${index > 0 && html`<br>`}${language === undefined ? words : html`<span${languageAttributes(language)}>${words}</span>`}`)}</p>
`;
}
