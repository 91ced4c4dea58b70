import type { Band } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";

/** "5 to 9", "from 10", or "10 up to 20" where a band runs to the next. */
export function bandInWords(bands: readonly Band[], index: number): string {
  const band = bands[index];
  if (band === undefined) {
    return "";
  }
  if (band.to !== undefined) {
    return band.to.equals(band.from) ? digits(band.from) : `${digits(band.from)} to ${digits(band.to)}`;
  }
  const next = bands[index + 1];
  return next === undefined ? `from ${digits(band.from)}` : `${digits(band.from)} to below ${digits(next.from)}`;
}

/** One of seven tones, spread over the bands from the lightest to the strongest. */
export function tone(index: number, count: number): string {
  return `t${count < 2 ? 3 : Math.round((index * 6) / (count - 1))}`;
}
