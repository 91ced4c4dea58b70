import type { Instrument } from "../model/instrument.ts";
import { itemEnds, onlyNeeded } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { remember } from "../remember.ts";
import { type PossibleRange, possibleRange } from "../scoring/range.ts";

export interface Ends {
  readonly low?: Exact;
  readonly high?: Exact;
}

const KEPT = new WeakMap<Instrument, Map<string, { readonly range: PossibleRange | undefined }>>();

/** What an item or a score of a joined document can be; undefined where it is no number or its definition is at fault. */
export function rangeOfName(instrument: Instrument, name: string): Ends | undefined {
  const item = instrument.items.get(name);
  if (item) return itemEnds(instrument, item);
  const kept = remember(KEPT, instrument, () => new Map());
  const { range } = remember(kept, name, () => ({
    range: instrument.scores.has(name) ? possibleRange(onlyNeeded(instrument, [name]), name) : undefined,
  }));
  return range && { low: range.min, high: range.max };
}
