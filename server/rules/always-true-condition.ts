import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { hasCondition } from "../evidence/needs.ts";
import { reachOf } from "../evidence/routing.ts";
import { readsCycle } from "../evidence/routingReads.ts";
import type { Expression } from "../expression/expression.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** A plain `true` is written on purpose. */
export default rule({
  code: "always-true-condition",
  severity: "warning",
  summary: "A condition that every answer makes true.",
  looksAt: ["item", "section"],
  needs: hasCondition,
  yieldsTo: [...FORMULA_CODES, "forward-reference", "routing-cycle", "mutually-hidden-items"],
  *check({ value }, context) {
    const finding = value.when && always(value.when, context);
    if (finding) yield finding;
  },
});

function always(condition: Expression, context: Context): Finding | undefined {
  if (condition.kind === "truth") return undefined;
  const reach = reachOf(condition, context);
  if (reach?.gives(false).possible !== "no" || reach.gives(true).possible !== "yes" || readsCycle(condition, context)) return undefined;
  const blank =
    reach.gives(null).possible === "no"
      ? ""
      : "; only where an answer to it is lacking, blank or not asked, the condition is missing, which answered(…) says more clearly";
  return { at: condition, message: `every answer makes this true${blank}` };
}
