import type { Comparison } from "../model/delphi.ts";
import { shareIsSo } from "./compared.ts";

/** How many of n ratings satisfy a comparison of their percentage: from the least to the most; undefined where no number does. */
export interface NeededRatings {
  readonly least: number;
  readonly most: number;
}

/** For the words of the format the counts that hold are one stretch: found from both ends. */
export function neededRatings(n: number, compare: Comparison): NeededRatings | undefined {
  if (n <= 0) return undefined;
  const counts = Array.from({ length: n + 1 }, (_, k) => k).filter((k) => shareIsSo(k, n, compare));
  const [least, most] = [counts[0], counts.at(-1)];
  return least === undefined || most === undefined ? undefined : { least, most };
}
