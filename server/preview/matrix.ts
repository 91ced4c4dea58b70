import type { Item, Option, Response, Section } from "../model/instrument.ts";
import { at, type Context, controlId, itemData } from "./context.ts";
import { optionInput } from "./controls/options.ts";
import { type Html, html } from "./html.ts";
import { isHidden, notAsked, renderMessages, renderStem } from "./item.ts";
import { itemNotes, routingNote } from "./notes.ts";
import { pointsOf } from "./points.ts";
import { wording } from "./wording.ts";

/** Items that share a response as a table: a row for each item, a column for each option. On narrow screens each row becomes a list. */
export function renderMatrix(context: Context, section: Section, items: readonly Item[], response: Response): Html {
  const columns = columnsOf(context, response);
  const id = `${context.prefix}c-${items[0]?.id}`;
  return html`<div class="matrix"><table>
${
  section.title !== undefined &&
  html`<caption>${wording(context, section.title)}</caption>
`
}<thead><tr><td></td>${columns.map((column, index) => html`<th scope="col" id="${id}-${index}"${column.aside && html` class="missing"`}${column.object !== undefined && at(context, column.object)}>${column.heading}</th>`)}</tr></thead>
<tbody>
${items.map((item) => renderRow(context, item, response, columns, id))}</tbody></table></div>
`;
}

interface Column {
  readonly code: string;
  readonly preselected: boolean;
  readonly heading: Html;
  /** What stands beside each button on a narrow screen. */
  readonly words: Html;
  readonly aside: boolean;
  readonly object?: Option;
}

function columnsOf(context: Context, response: Response): readonly Column[] {
  if (response.type === "choice") {
    return response.options.map((option) => {
      const words = option.label === undefined ? html`${option.code}` : wording(context, option.label);
      return { code: option.code, preselected: option.preselected, heading: words, words, aside: option.missing, object: option };
    });
  }
  return (pointsOf(response) ?? []).map((point) => {
    const label = point.label === undefined ? undefined : wording(context, point.label);
    const number = html`<span class="number">${point.code}</span>`;
    const heading =
      point.aside && label !== undefined ? label : html`${number}${label !== undefined && html`<span class="anchor">${label}</span>`}`;
    const words = label === undefined ? number : html`${number} ${label}`;
    return { code: point.code, preselected: point.option?.preselected === true, heading, words, aside: point.aside, object: point.option };
  });
}

function renderRow(context: Context, item: Item, response: Response, columns: readonly Column[], headings: string): Html {
  const id = `${context.prefix}item-${item.id}`;
  if (isHidden(context, item)) {
    return html`<tr class="hidden-item" id="${id}"${itemData(context, item.id)}${at(context, item)}><td colspan="${columns.length + 1}">${routingNote(context, item)}${notAsked(context)}</td></tr>
`;
  }
  const stem = `${context.prefix}${item.id}`;
  const cells = columns.map((column, index) => {
    const named = html`${controlId(context, `${id}-${index}`)} aria-labelledby="${stem} ${headings}-${index}"`;
    return html`<td><label>${optionInput(context, item, response, column, named)} <span class="beside">${column.words}</span></label></td>`;
  });
  const help = item.help !== undefined && html`<p class="help"${at(context, item, "help")}>${wording(context, item.help)}</p>`;
  return html`<tr id="${id}"${itemData(context, item.id)}${at(context, item)}><th scope="row">${routingNote(context, item)}<span class="stem" id="${stem}">${renderStem(context, item)}</span>${help}${renderMessages(context, item, id)}</th>${cells}</tr>
${renderNotes(context, item, columns.length + 1)}`;
}

/** What else there is to say of an item takes the whole width. */
function renderNotes(context: Context, item: Item, width: number): Html | undefined {
  const notes = itemNotes(context, item);
  return notes.markup === ""
    ? undefined
    : html`<tr class="notes"><td class="whole" colspan="${width}"${at(context, item)}>${notes}</td></tr>
`;
}
