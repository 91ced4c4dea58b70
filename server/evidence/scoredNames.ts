import { eachNode } from "../expression/walk.ts";
import type { Bands, Score } from "../model/instrument.ts";
import { expandSpan, formulasOf, readNames } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";

/** What the scores of a document are made from: the entries of their `items`, and every name that they read in any way. */
export interface ScoredNames {
  readonly entries: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  /** False where a score names something that is not there, or cannot be read: it may have meant any item. */
  readonly whole: boolean;
}

/** Asked once for the whole document; it looks at the scores and at the order of the items, never at an item itself. */
export function scoredNames(context: Context): ScoredNames {
  return context.derive("names that scores are made from", ({ instrument }) => {
    const entries = new Set<string>();
    const all = new Set<string>();
    let whole = true;
    for (const score of instrument.scores.values()) {
      for (const entry of score.entries ?? []) {
        const ids = expandSpan(instrument, entry.first, entry.last);
        for (const id of typeof ids === "string" ? [entry.first, entry.last ?? entry.first] : ids) entries.add(id);
      }
      for (const formula of formulasOf(score)) {
        for (const id of readNames(instrument, formula)) all.add(id);
        eachNode(formula, ({ kind }) => {
          whole &&= kind !== "faulty";
        });
      }
      for (const id of [...covariatesOf(score), ...(score.missing?.always ?? [])]) all.add(id);
    }
    for (const table of instrument.tables.values()) for (const id of table.by) all.add(id);
    for (const id of entries) all.add(id);
    for (const id of all) whole &&= instrument.items.has(id) || instrument.scores.has(id);
    return { entries, all, whole };
  });
}

function covariatesOf(score: Score): string[] {
  const bands = [score.bands, ...score.bandSets.values()].flatMap((set: Bands | undefined) => (set?.kind === "by" ? [set.by] : []));
  return [...bands, ...score.cutOffs.flatMap(({ by }) => (by ? [by.item] : [])), ...(score.by === undefined ? [] : [score.by])];
}
