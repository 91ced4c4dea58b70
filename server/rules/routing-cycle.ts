import { routingCycle } from "../evidence/routingReads.ts";
import { rule } from "./rule.ts";

/** Reported once, at the item of the cycle that stands first. Two items that hide each other have a finding of their own. */
export default rule({
  code: "routing-cycle",
  severity: "error",
  summary: "Whether an item is asked depends, through others, on its own answer.",
  looksAt: "item",
  *check({ value: item }, context) {
    const cycle = routingCycle(item, context);
    if (!cycle || (cycle.length === 2 && context.instrument.items.has(cycle[1] ?? ""))) return;
    yield {
      at: item.when ?? context.at.name(item),
      message: `whether "${item.id}" is asked depends on its own answer: ${[...cycle, cycle[0]].map((id) => `"${id}"`).join(" -> ")}`,
    };
  },
});
