import type { Band, CutOff } from "../model/instrument.ts";
import { compare } from "../number/arithmetic.ts";
import type { Exact } from "../number/exact.ts";

/** The band that holds a value: both ends belong to it, and one without an end runs up to the next band. The first in the file wins. */
export function bandOf(bands: readonly Band[], value: Exact): string | undefined {
  return bands.find((band) => {
    if (compare(value, band.from) < 0) return false;
    if (band.to !== undefined) return compare(value, band.to) <= 0;
    const next = nextAbove(bands, band.from);
    return next === undefined || compare(value, next) < 0;
  })?.name;
}

/** Where the next band begins, for a band that is written with its lowest value only. */
export function nextAbove(bands: readonly Band[], from: Exact): Exact | undefined {
  let next: Exact | undefined;
  for (const band of bands) if (band.from.gt(from) && (next === undefined || band.from.lt(next))) next = band.from;
  return next;
}

/** True where a value is on the side of the cut-off that it names. */
export function meetsCutOff(cutOff: CutOff, value: Exact): boolean {
  switch (cutOff.comparison) {
    case "at_least":
      return compare(value, cutOff.at) >= 0;
    case "above":
      return compare(value, cutOff.at) > 0;
    case "at_most":
      return compare(value, cutOff.at) <= 0;
    case "below":
      return compare(value, cutOff.at) < 0;
    case "equals":
      return compare(value, cutOff.at) === 0;
  }
}
