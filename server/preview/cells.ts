import type { Instrument, Item, Response } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { parseExact } from "../number/exact.ts";
import type { Filled } from "./view.ts";

/** What has been filled in as cells of a data file, by item: several codes are joined by `;`, a ranking stands in its order, points that are given out stand behind their codes (`pay=60;workload=40`). Blanks are left out. */
export function cellsOf(instrument: Instrument, filled: Filled): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const item of instrument.items.values()) {
    const response = responseOf(instrument, item);
    const cell = response === undefined ? undefined : cellOf(item, response, filled);
    if (cell !== undefined && cell !== "") {
      cells.set(item.id, cell);
    }
  }
  return cells;
}

function cellOf(item: Item, response: Response, filled: Filled): string | undefined {
  const given = filled.get(item.id)?.filter((value) => value !== "") ?? [];
  switch (response.type) {
    case "multiple":
      return given.join(";");
    case "rank":
      return ranked(item, response, filled).join(";");
    case "allocate":
      return response.options
        .map(({ code }) => [code, partOf(item, code, filled)] as const)
        .filter(([, part]) => part !== undefined)
        .map(([code, part]) => `${code}=${part}`)
        .join(";");
    default:
      // A missing code beside a field ("prefer not to say") stands for the whole answer.
      return response.options.find(({ code }) => filled.has(`${item.id}__${code}`))?.code ?? given[0];
  }
}

/** The codes that have a place, from the first to the last. */
function ranked(item: Item, response: Response, filled: Filled): readonly string[] {
  return response.options
    .map(({ code }) => ({ code, place: parseExact(partOf(item, code, filled) ?? "") }))
    .flatMap(({ code, place }) => (place === undefined ? [] : [{ code, place }]))
    .sort((one, other) => one.place.compare(other.place))
    .map(({ code }) => code);
}

/** What one option of a ranking or an allocation was given. */
export function partOf(item: Item, code: string, filled: Filled): string | undefined {
  const value = filled.get(`${item.id}__${code}`)?.[0];
  return value === "" ? undefined : value;
}
