import { hasCondition } from "../evidence/needs.ts";
import { routingCycle, routingReads } from "../evidence/routingReads.ts";
import { routingOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/**
 * Reported once, at the item of the cycle that stands first. Two items that hide each other have a finding of their own, and a section that waits
 * for what it asks itself is a forward reference: it is one mistake, however many items stand in it.
 */
export default rule({
  code: "routing-cycle",
  severity: "error",
  summary: "Whether an item is asked depends, through others, on its own answer.",
  looksAt: "item",
  applies: ({ value: item }, { instrument }) => routingOf(instrument, item).length > 0,
  needs: hasCondition,
  *check({ value: item }, context) {
    const cycle = routingCycle(item, context);
    if (!cycle || (cycle.length === 2 && context.instrument.items.has(cycle[1] ?? ""))) return;
    if (!item.when || !routingReads(item.when, context).some(({ name }) => name.id === (cycle[1] ?? item.id))) return;
    yield {
      at: item.when,
      message: `whether "${item.id}" is asked depends on its own answer: ${[...cycle, cycle[0]].map((id) => `"${id}"`).join(" -> ")}`,
    };
  },
});
