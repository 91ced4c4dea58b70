import type { Item, Response } from "../../model/instrument.ts";
import { at, type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { responseInWords } from "../responseInWords.ts";
import { plainWording, quotedWording } from "../wording.ts";
import { type Column, countsOf } from "./columns.ts";
import { itemAttributes, renderHead } from "./head.ts";
import { renderItemFacts, renderUses, sameUses } from "./itemFacts.ts";

/** Items on one response, a row each. What holds for all of them stands once, over the table. */
export function renderTable(context: Context, items: readonly Item[], response: Response, columns: readonly Column[]): Html {
  const shared = sameUses(context, items);
  const narrow = isLong(columns);
  const headings = narrow
    ? html`<th scope="col">Counts</th>`
    : columns.map(
        (column) =>
          html`<th scope="col"${column.option !== undefined && at(context, column.option)}><code>${column.code}</code>${column.label !== undefined && html` <span>${quotedWording(context, column.label)}</span>`}</th>`,
      );
  const known = new Map<string, ReturnType<typeof countsOf>>();
  const rows = items.map((item) => {
    const counts = rememberedCounts(known, context, item, columns);
    const cells = narrow ? renderSpan(counts, columns) : columns.map((column, index) => renderCount(counts?.[index], column));
    return html`<tr${itemAttributes(context, item)}${stop(context, item)}><th scope="row">${renderHead(context, item)}${renderItemFacts(context, item, shared)}</th>${cells}</tr>
`;
  });
  const [first] = items;
  const used = shared && first !== undefined ? renderUses(context, first) : undefined;
  return html`<div class="wide" role="region" tabindex="0" aria-label="Codes of ${first?.id} to ${items.at(-1)?.id}"><table class="codes">
<caption${at(context, response)}>${response.id ?? "its own response"}: ${responseInWords(context, response)}${narrow && anchorsInWords(context, columns)}${used !== undefined && html`; all ${used}`}</caption>
<thead><tr><th scope="col">Item</th>${headings}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`;
}

/** Items on one response count alike where they have the same direction and key, and a score uses them. */
function rememberedCounts(
  known: Map<string, ReturnType<typeof countsOf>>,
  context: Context,
  item: Item,
  columns: readonly Column[],
): ReturnType<typeof countsOf> {
  const kind = `${item.reverse} ${context.usesOf(item.id).length > 0} ${item.key}`;
  const found = known.get(kind);
  if (found !== undefined || known.has(kind)) {
    return found;
  }
  const counts = countsOf(context, item, columns);
  known.set(kind, counts);
  return counts;
}

/** Points of a rating that differ in nothing but their number. */
function isLong(columns: readonly Column[]): boolean {
  return columns.length > 7 && columns.every((column) => column.option === undefined);
}

function anchorsInWords(context: Context, columns: readonly Column[]): string {
  return columns.map((column) => (column.label === undefined ? "" : `; ${column.code} ${plainWording(context, column.label)}`)).join("");
}

/** What a code counts in the item's scores; a dot where it is in none. */
function renderCount(count: string | undefined, column: Column): Html {
  if (column.missing) {
    return html`<td class="missing">missing</td>`;
  }
  return count === undefined ? html`<td class="uncounted">·</td>` : html`<td>${count}</td>`;
}

/** What the points of a rating count, from the first to the last. */
function renderSpan(counts: readonly (string | undefined)[] | undefined, columns: readonly Column[]): Html {
  const counted = (counts ?? []).filter((_, index) => columns[index]?.missing === false);
  const [first] = counted;
  const last = counted.at(-1);
  return first === undefined || last === undefined ? html`<td class="uncounted">·</td>` : html`<td>${first} to ${last}</td>`;
}
