import type { Expression } from "../../expression/expression.ts";
import { printFormula } from "../../expression/printFormula.ts";
import type { Item } from "../../model/instrument.ts";

/** Items one after the other that are asked under the same condition. */
export interface Stretch {
  readonly items: readonly [Item, ...Item[]];
  readonly when?: Expression;
}

export function stretchesOf(items: readonly Item[]): readonly Stretch[] {
  const stretches: { items: [Item, ...Item[]]; when?: Expression; formula?: string }[] = [];
  for (const item of items) {
    const formula = item.when && printFormula(item.when);
    const last = stretches.at(-1);
    if (last !== undefined && last.formula === formula) {
      last.items.push(item);
    } else {
      stretches.push({ items: [item], when: item.when, formula });
    }
  }
  return stretches;
}

/** "w1", "w1 and w2", "w1 to w9": the ids of a stretch. */
export function idsOf({ items }: Stretch): string {
  const [first] = items;
  const last = items.at(-1) ?? first;
  return items.length === 1 ? first.id : `${first.id} ${items.length === 2 ? "and" : "to"} ${last.id}`;
}

export function countOf({ items }: Stretch): string {
  return items.length === 1 ? "1 item" : `${items.length} items`;
}
