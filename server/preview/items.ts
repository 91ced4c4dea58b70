import type { Item, Response, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve/response.ts";
import type { Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { renderItem } from "./item.ts";
import { renderMatrix } from "./matrix.ts";
import { pointsOf } from "./points.ts";

/** The items of a page: runs on one response as a table where the section asks for a matrix, the others one below the other. */
export function renderItems(context: Context, section: Section, items: readonly Item[]): Html {
  return html`${runsOf(context, items).map((run) =>
    section.layout === "matrix" && run.response !== undefined && run.items.length > 1 && fitsInTable(run.response)
      ? renderMatrix(context, section, run.items, run.response)
      : run.items.map((item) => renderItem(context, item, run.response)),
  )}`;
}

/** Consecutive items that are answered on one response. */
export interface Run {
  readonly response: Response | undefined;
  readonly items: readonly Item[];
}

export function runsOf(context: Context, items: readonly Item[]): readonly Run[] {
  const runs: { response: Response | undefined; items: Item[] }[] = [];
  for (const item of items) {
    const response = responseOf(context.instrument, item);
    const last = runs.at(-1);
    if (last !== undefined && last.response === response) {
      last.items.push(item);
    } else {
      runs.push({ response, items: [item] });
    }
  }
  return runs;
}

/** One answer of few: anything else has no columns to stand in. */
export function fitsInTable(response: Response): boolean {
  const columns = response.type === "rating" ? pointsOf(response)?.length : response.options.length;
  return (
    (response.type === "choice" || response.type === "rating") &&
    columns !== undefined &&
    columns > 0 &&
    columns <= 12 &&
    !response.options.some((option) => option.other)
  );
}
