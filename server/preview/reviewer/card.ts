import type { Item, Response } from "../../model/instrument.ts";
import { at, type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { responseInWords } from "../responseInWords.ts";
import { quotedWording } from "../wording.ts";
import { type Column, countsOf } from "./columns.ts";
import { itemAttributes, renderHead } from "./head.ts";
import { renderItemFacts } from "./itemFacts.ts";

/** An item by itself with its codes in a row. */
export function renderCard(context: Context, item: Item, response: Response | undefined, columns: readonly Column[]): Html {
  const counts = countsOf(context, item, columns);
  const codes = columns.map((column, index) => renderCode(context, column, counts?.[index]));
  const answered =
    response === undefined
      ? "nothing to answer on"
      : `${responseInWords(context, response)}${response.id === undefined ? "" : ` (${response.id})`}`;
  return html`<div class="card"${itemAttributes(context, item)}${stop(context, item)}>${renderHead(context, item)}
<p class="answered"${response !== undefined && at(context, response)}>${answered}</p>
${
  codes.length > 0 &&
  html`<ul class="codes">${codes}</ul>
`
}${renderItemFacts(context, item)}</div>
`;
}

/** A code with its label, and what it counts where that is not the code. */
function renderCode(context: Context, column: Column, count: string | undefined): Html {
  const marks = [
    column.exclusive ? "only by itself" : "",
    column.missing ? "missing" : "",
    column.preselected ? "ticked beforehand" : "",
  ].filter((mark) => mark !== "");
  const condition = column.option?.when;
  return html`<li${column.option !== undefined && at(context, column.option)}><code>${column.code}</code>${column.label !== undefined && html` ${quotedWording(context, column.label)}`}${
    count !== undefined && count !== column.code && !column.missing && html` <span class="counts">counts ${count}</span>`
  }${marks.length > 0 && html` <span class="mark">${marks.join(", ")}</span>`}${
    condition !== undefined && html` <span class="mark">only if ${context.inWords(condition)}</span>`
  }</li>`;
}
