import type { Expression, Name } from "../expression/expression.ts";
import { eachNode } from "../expression/walk.ts";
import type { Item } from "../model/instrument.ts";
import { evaluationOrder, readBy, valueClosure } from "../model/resolve.ts";
import type { Context } from "../rules/rule.ts";

/** The names of a condition, each with the items whose answers it needs: itself, or what its score is made of. */
export function routingReads(
  condition: Expression | undefined,
  { instrument }: Context,
): readonly { readonly name: Name; readonly reads: readonly string[] }[] {
  const found: { name: Name; reads: readonly string[] }[] = [];
  const seen = new Set<string>();
  if (condition)
    eachNode(condition, (node) => {
      if (node.kind !== "name" || seen.has(node.id)) return;
      seen.add(node.id);
      if (instrument.items.has(node.id)) found.push({ name: node, reads: [node.id] });
      else if (instrument.scores.has(node.id))
        found.push({ name: node, reads: [...valueClosure(instrument, node.id)].filter((id) => instrument.items.has(id)) });
    });
  return found;
}

/** The way from an item's condition back to the item, the item first; undefined where there is none, or where an earlier item of it tells. */
export function routingCycle(item: Item, context: Context): readonly string[] | undefined {
  const { instrument } = context;
  const from = new Map<string, string>();
  const open = [item.id];
  // A list that grows while it is gone through: the nearest come first.
  for (const [place, id] of open.entries()) {
    // Few ways are so long. Whether this one can come back at all is then asked of all items at once.
    if (place === FAR && !inCycles(context).has(item.id)) return undefined;
    for (const next of readBy(instrument, id)) {
      if (next === item.id) {
        const way = [id];
        for (let at = from.get(id); at !== undefined; at = from.get(at)) way.unshift(at);
        const items = way.filter((one) => instrument.items.has(one));
        return instrument.items.inOrder(items)[0] === item.id ? way : undefined;
      }
      if (!from.has(next)) {
        from.set(next, id);
        open.push(next);
      }
    }
  }
  return undefined;
}

const FAR = 40;

/** Whether a formula reads something whose routing goes round: what it then can be says nothing. */
export const readsCycle = (condition: Expression, context: Context): boolean =>
  routingReads(condition, context).some(({ reads }) => reads.some((id) => inCycles(context).has(id)));

/** What stands in a cycle, or reads something that does. */
const inCycles = (context: Context): ReadonlySet<string> => context.derive("cycles", ({ scoring }) => evaluationOrder(scoring).cyclic);
