import type { Item, Response } from "../../model/instrument.ts";
import { at, type Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import { runsOf } from "../items.ts";
import { responseInWords } from "../responseInWords.ts";
import { quotedWording } from "../wording.ts";
import { type Column, countsOf, reviewColumns } from "./columns.ts";
import { renderItemFacts } from "./itemFacts.ts";

/** Items with their codes and what each code counts. Items that share a response stand in one table, so that a reversed one shows by its numbers. */
export function renderReviewedItems(context: Context, items: readonly Item[]): Html {
  return html`${runsOf(context, items).map(({ items: run, response }) => {
    const columns = response === undefined ? [] : reviewColumns(response);
    return run.length > 1 && response !== undefined && columns.length > 0 && columns.length <= 12
      ? renderTable(context, run, response, columns)
      : run.map((item) => renderCard(context, item, response, columns));
  })}`;
}

function renderTable(context: Context, items: readonly Item[], response: Response, columns: readonly Column[]): Html {
  const headings = columns.map(
    (column) =>
      html`<th scope="col"${column.option !== undefined && at(context, column.option)}><code>${column.code}</code>${column.label !== undefined && html` <span>${quotedWording(context, column.label)}</span>`}</th>`,
  );
  const rows = items.map((item) => {
    const counts = countsOf(context.instrument, item, columns);
    const cells = columns.map((column, index) => renderCount(counts?.[index], column));
    return html`<tr${itemAttributes(context, item)}><th scope="row">${renderHead(context, item)}${renderItemFacts(context, item)}</th>${cells}</tr>
`;
  });
  const name = `${response.id ?? "its own response"}: ${responseInWords(context, response)}`;
  return html`<div class="wide" role="region" tabindex="0" aria-label="Codes of ${items[0]?.id} to ${items.at(-1)?.id}"><table class="codes">
<caption${at(context, response)}>${name}</caption>
<thead><tr><th scope="col">Item</th>${headings}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;
}

/** What a code counts in the item's scores; a dot where it is in none. */
function renderCount(count: string | undefined, column: Column): Html {
  if (column.missing) {
    return html`<td class="missing">missing</td>`;
  }
  return count === undefined ? html`<td class="uncounted">·</td>` : html`<td>${count}</td>`;
}

function renderCard(context: Context, item: Item, response: Response | undefined, columns: readonly Column[]): Html {
  const counts = countsOf(context.instrument, item, columns);
  const codes = columns.map((column, index) => {
    const marks = [
      column.exclusive ? "only by itself" : "",
      column.missing ? "missing" : "",
      column.preselected ? "ticked beforehand" : "",
    ].filter((mark) => mark !== "");
    const count = counts?.[index];
    return html`<li${column.option !== undefined && at(context, column.option)}><code>${column.code}</code>${column.label !== undefined && html` ${quotedWording(context, column.label)}`}${
      count !== undefined && count !== column.code && !column.missing && html` <span class="counts">counts ${count}</span>`
    }${marks.length > 0 && html` <span class="mark">${marks.join(", ")}</span>`}${
      column.option?.when !== undefined && html` <span class="mark">only if ${context.describe?.(column.option.when)}</span>`
    }</li>`;
  });
  const answered =
    response === undefined
      ? "nothing to answer on"
      : `${responseInWords(context, response)}${response.id === undefined ? "" : ` (${response.id})`}`;
  return html`<div class="card"${itemAttributes(context, item)}>${renderHead(context, item)}
<p class="answered"${response !== undefined && at(context, response)}>${answered}</p>
${
  codes.length > 0 &&
  html`<ul class="codes">${codes}</ul>
`
}${renderItemFacts(context, item)}</div>
`;
}

function itemAttributes(context: Context, item: Item): Html {
  return html` id="${context.prefix}review-${item.id}" data-item="${item.id}"${at(context, item)}`;
}

function renderHead(context: Context, item: Item): Html {
  return html`<p class="head"><code>${item.id}</code> <span class="stem"${at(context, item, "stem")}>${item.stem === undefined ? "" : quotedWording(context, item.stem)}</span>${
    item.reverse && html` <span class="badge reversed"${at(context, item, "reverse")}>reverse-keyed</span>`
  }${item.require !== false && html` <span class="badge">${item.require === "soft" ? "asked once more" : "needed"}</span>`}</p>`;
}
