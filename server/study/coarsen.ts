import type { Instrument } from "../model/instrument.ts";
import { endsOf, responseOf } from "../model/resolve.ts";
import type { Coarseness } from "../model/study.ts";

/** A value as it leaves the study: the band of an age, the year or the month of a day. Undefined where it cannot be made coarser so. */
export function coarsened(value: string, to: Coarseness): string | undefined {
  const width = BANDS[to];
  if (width !== undefined) {
    if (!/^\d+(\.\d+)?$/.test(value)) return undefined;
    const from = Math.floor(Number(value) / width) * width;
    return `${from}-${from + width - 1}`;
  }
  if (to === "year") return /^(\d{4})-\d{2}-\d{2}$/.exec(value)?.[1] ?? (/^\d+$/.test(value) ? value : undefined);
  if (to === "month") return /^(\d{4}-\d{2})-\d{2}$/.exec(value)?.[1];
  // Regions and countries are made by whoever knows the places; what stands in the data is taken as it is.
  return to === "drop" ? "" : value;
}

const BANDS: Partial<Readonly<Record<Coarseness, number>>> = { five_year_band: 5, ten_year_band: 10 };

/** How many groups an item has after it was made coarser; undefined where they cannot be counted. */
export function groupsAfter(instrument: Instrument, id: string, to: Coarseness): number | undefined {
  const item = instrument.items.get(id);
  const response = item && responseOf(instrument, item);
  if (to === "drop") return 1;
  if (!response) return undefined;
  const { low, high } = endsOf(response);
  const width = BANDS[to] ?? (to === "year" && response.unit?.own === "years" ? 1 : undefined);
  if (width === undefined || !low || !high) return undefined;
  return Math.floor(high.valueOf() / width) - Math.floor(low.valueOf() / width) + 1;
}
