import { printFormula } from "../expression/printFormula.ts";
import type { Item, Score, Section } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { onlyNeeded } from "../model/resolve.ts";
import { remember } from "../remember.ts";
import { allOf } from "../routing/conditions.ts";
import type { Context } from "../rules/rule.ts";
import { type PossibleRange, possibleRange } from "../scoring/range.ts";
import { allConditions, reachOf } from "./routing.ts";
import { itemsOf, scoreLostWithout } from "./scoreLostWithout.ts";
import { skippedOutside } from "./skippedOutside.ts";

/** The score that has no value where routing hides an item, which says nothing of what it counts then. */
export function lostWhereHidden(item: Item, context: Context): Score | undefined {
  if (item.skipped !== undefined) return undefined;
  const condition = allOf(allConditions(context, item));
  const score = condition && scoreLostWithout(item, context);
  return score && reachOf(condition, context)?.gives(false).possible === "yes" ? score : undefined;
}

/** The items that the same conditions hide from a score as this one, in file order, itself among them. */
export function hiddenAlike(item: Item, score: Score, context: Context): readonly Item[] {
  const groups = context.derive(`hidden alike from ${score.id}`, (now) => {
    const found = new Map<string, Item[]>();
    const among = new Set(itemsOf(score, now.scoring).map(({ id }) => id));
    for (const id of now.scoring.items.ids()) {
      const other = among.has(id) ? now.scoring.items.get(id) : undefined;
      if (other && lostWhereHidden(other, now)?.id === score.id) remember(found, hiding(other, now), () => []).push(other);
    }
    return found;
  });
  return groups.get(hiding(item, context)) ?? [item];
}

/**
 * What a score could be if everybody were asked what it is made of; undefined where nothing is told of its items' routing: that it takes the score away,
 * that an item is never asked, or counts in who is not asked what no answer gives.
 */
export function rangeIfAsked(score: Score, context: Context): PossibleRange | undefined {
  const { scoring } = context;
  const isTold = (item: Item) => lostWhereHidden(item, context) || isNeverAsked(item, context) || skippedOutside(item, context);
  if (!itemsOf(score, scoring).some(isTold)) return undefined;
  const needed = onlyNeeded(scoring, [score.id]);
  const items = needed.items.values().map((item) => [item.id, { ...item, when: undefined }] as const);
  const sections = new Map<string, Section>();
  for (const [, { section }] of items)
    for (let id: string | undefined = section; id !== undefined && !sections.has(id); id = sections.get(id)?.parent) {
      const found = scoring.sections.get(id);
      if (!found) break;
      sections.set(id, { ...found, when: undefined });
    }
  const { id, metadata, responses, scores, recodes, tables, effects, tests } = needed;
  const all = { id, metadata, responses, scores, recodes, tables, effects, tests };
  return possibleRange({ ...all, items: named(items), sections: named([...sections]) }, score.id);
}

function isNeverAsked(item: Item, context: Context): boolean {
  const condition = allOf(allConditions(context, item));
  return condition !== undefined && reachOf(condition, context)?.gives(true).possible === "no";
}

const hiding = (item: Item, context: Context): string => allConditions(context, item).map(printFormula).join("\n");
