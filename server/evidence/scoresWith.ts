import type { Score } from "../model/instrument.ts";
import { expandSpan } from "../model/resolve.ts";
import { remember } from "../remember.ts";
import type { Context } from "../rules/rule.ts";

/** The scores that list an item among their entries, those that name it inside a span too, in file order. */
export function scoresWith(id: string, context: Context): readonly Score[] {
  const ids = context.fact(`scores with ${id}`, (inner) => byEntry(inner).get(id)?.join(" "));
  return ids === undefined ? [] : ids.split(" ").flatMap((score) => context.scoring.scores.get(score) ?? []);
}

/** Of the whole document: entry -> scores. It looks at the scores and at the order of the items, never at an item itself. */
function byEntry(context: Context): ReadonlyMap<string, readonly string[]> {
  return context.derive("scores by their entries", ({ scoring }) => {
    const found = new Map<string, string[]>();
    for (const id of scoring.scores.ids())
      for (const entry of scoring.scores.get(id)?.entries ?? []) {
        const names = expandSpan(scoring, entry.first, entry.last);
        for (const name of typeof names === "string" ? [] : names) {
          const scores = remember(found, name, () => []);
          if (scores.at(-1) !== id) scores.push(id);
        }
      }
    return found;
  });
}
