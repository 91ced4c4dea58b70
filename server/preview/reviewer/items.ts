import type { Item, Response } from "../../model/instrument.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import { runsOf } from "../items.ts";
import { renderCard } from "./card.ts";
import { reviewColumns } from "./columns.ts";
import { renderTable } from "./table.ts";

/** Items with their codes and what each code counts. Items that share a response stand in one table, so that a reversed one shows by its numbers. */
export function renderReviewedItems(context: Context, items: readonly Item[]): Html {
  return html`${runsOf(context, items).map(({ items: run, response }) => {
    const columns = response === undefined ? [] : reviewColumns(response);
    return run.length > 1 && response !== undefined && isTable(response, columns.length)
      ? renderTable(context, run, response, columns)
      : run.map((item) => renderCard(context, item, response, columns));
  })}`;
}

const MOST_COLUMNS = 12;

function isTable(response: Response, columns: number): boolean {
  return (
    (response.type === "choice" || response.type === "rating") && columns > 0 && (response.type === "rating" || columns <= MOST_COLUMNS)
  );
}
