import type { Instrument } from "../model/instrument.ts";
import { possibleAnswers, responseOf } from "../model/resolve.ts";
import type { Sample, Variation } from "../model/study.ts";

/** How many different people a variation tells apart; undefined where they cannot be counted. */
export function categoriesOf(instrument: Instrument, { name, cut }: Variation): number | undefined {
  if (cut) return cut.kind === "shares" ? cut.parts : cut.numbers.length + 1;
  const item = instrument.items.get(name);
  if (item) {
    // Who ticks several options belongs to several groups.
    if (responseOf(instrument, item)?.type === "multiple") return undefined;
    const possible = possibleAnswers(instrument, item);
    return possible?.kind === "codes" && possible.answers.length <= LISTED ? possible.answers.length : undefined;
  }
  const bands = instrument.scores.get(name)?.bands;
  return bands?.kind === "bands" ? bands.bands.length : undefined;
}

/** A number with more values than this is no list of groups unless it is cut. */
const LISTED = 40;

/** The cells that the variations of a sample make: how many of each, and together. */
export interface Cells {
  readonly counts: readonly { readonly variation: Variation; readonly count: number }[];
  readonly product: number;
}

export function cellsOf(instrument: Instrument, { varyBy }: Sample): Cells {
  const counts = varyBy.flatMap((variation) => {
    const count = categoriesOf(instrument, variation);
    return count === undefined ? [] : [{ variation, count }];
  });
  return { counts, product: counts.reduce((made, { count }) => made * count, 1) };
}
