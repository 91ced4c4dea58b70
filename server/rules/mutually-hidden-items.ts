import { hasCondition } from "../evidence/needs.ts";
import { routingCycle } from "../evidence/routingReads.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "mutually-hidden-items",
  severity: "error",
  summary: "Two items each wait for the other's answer, so neither is ever asked.",
  looksAt: "item",
  needs: hasCondition,
  *check({ value: item }, context) {
    const cycle = routingCycle(item, context);
    const other = cycle?.length === 2 ? context.instrument.items.get(cycle[1] ?? "") : undefined;
    if (!other || !item.when) return;
    yield {
      at: item.when,
      message: `"${item.id}" and "${other.id}" each wait for the other's answer: neither is ever asked`,
      related: [{ at: other.when ?? context.at.name(other), message: `"${other.id}" waits for "${item.id}" here` }],
    };
  },
});
