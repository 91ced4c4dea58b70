import { isDrawnWith } from "../evidence/drawnWith.ts";
import { firstItemOf } from "../evidence/firstItemOf.ts";
import { hasCondition } from "../evidence/needs.ts";
import { routingReads } from "../evidence/routingReads.ts";
import type { Name } from "../expression/expression.ts";
import type { Item } from "../model/instrument.ts";
import { readClosure } from "../model/resolve.ts";
import { type Context, type Finding, rule } from "./rule.ts";

export default rule({
  code: "forward-reference",
  severity: "error",
  summary: "A condition asks for an answer that is given only later.",
  looksAt: ["item", "section"],
  needs: hasCondition,
  yieldsTo: ["routing-cycle", "mutually-hidden-items"],
  *check(part, context) {
    if (!part.value.when) return;
    const { items } = context.instrument;
    const first = firstItemOf(part, context);
    if (first === undefined) return;
    for (const { name, reads } of routingReads(part.value.when, context)) {
      const later: string | undefined = reads.find((id) => id === first || context.instrument.items.inOrder([id, first])[0] === first);
      if (later === undefined && part.kind === "item") {
        const other = reads.map((id) => items.get(id)).find((read) => isDrawnWith(part.value, read, context));
        if (other) yield inRandomOrder(name, other, context);
      }
      const item = later === undefined ? undefined : items.get(later);
      // A cycle is reported as that, once, at its first item.
      if (!item || (part.kind === "item" && waitsFor(first, item.id, context))) continue;
      const through = name.id === item.id ? `"${item.id}" is asked` : `"${name.id}" needs "${item.id}", which is asked`;
      const when = item.id === first ? "here itself" : "only later";
      yield {
        at: name,
        message: `${through} ${when}: this condition can never be decided in time`,
        related: [{ at: context.at.name(item), message: `"${item.id}" is asked here` }],
      };
    }
  },
});

/** On one page both are there at once, so that it is no more than probably not what was meant. */
const inRandomOrder = (name: Name, other: Item, { at }: Context): Finding => ({
  at: name,
  severity: "warning",
  message: `"${other.id}" stands in the same section, which is asked in random order: for some people it comes only after this`,
  related: [{ at: at.name(other), message: `"${other.id}" is asked here` }],
});

/** Whether what an item waits for waits for the item, directly or through others. */
const waitsFor = (item: string, awaited: string, { instrument }: Context): boolean => readClosure(instrument, [awaited]).has(item);
