import type { Analysis } from "../analysis/analysis.ts";
import type { Named, Score } from "../model/instrument.ts";
import { readBy } from "../model/resolve.ts";
import { remember } from "../remember.ts";

interface Kept {
  readonly items: readonly string[];
  readonly readers: ReadonlyMap<string, readonly string[]>;
}
const KEPT = new WeakMap<Named<Score>, Kept>();

/** The scores that read an item or a score directly, those that name it inside a span too. Made anew only where a score or the order of the items changed. */
export function scoresReading({ instrument }: Pick<Analysis, "instrument">, id: string): readonly string[] {
  const items = instrument.items.ids();
  const known = KEPT.get(instrument.scores);
  if (known?.items === items) return known.readers.get(id) ?? [];
  const readers = new Map<string, string[]>();
  for (const score of instrument.scores.ids())
    for (const name of readBy(instrument, score)) if (name !== score) remember(readers, name, () => []).push(score);
  KEPT.set(instrument.scores, { items, readers });
  return readers.get(id) ?? [];
}
