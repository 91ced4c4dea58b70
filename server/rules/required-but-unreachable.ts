import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { hasCondition } from "../evidence/needs.ts";
import { conditionsAround, whyDead } from "../evidence/routing.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "required-but-unreachable",
  severity: "error",
  summary: "An item that must be answered can never be asked.",
  looksAt: "item",
  needs: hasCondition,
  yieldsTo: [...FORMULA_CODES, "routing-cycle", "mutually-hidden-items", "forward-reference"],
  *check({ value: item }, context) {
    if (item.require !== true || !item.when) return;
    const dead = whyDead(item.when, conditionsAround(context, item), context);
    if (dead)
      yield {
        at: dead.at,
        message: `"${item.id}" must be answered, and is never asked: ${dead.why}`,
        related: [{ at: context.at.value(item, "require"), message: "an answer is required here" }],
      };
  },
});
