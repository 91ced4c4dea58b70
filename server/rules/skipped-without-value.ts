import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { allConditions, reachOf } from "../evidence/routing.ts";
import { scoreLostWithout } from "../evidence/scoreLostWithout.ts";
import { allOf } from "../routing/conditions.ts";
import { rule } from "./rule.ts";

/** A score that may do without the item says with its missing rule what happens. */
export default rule({
  code: "skipped-without-value",
  severity: "warning",
  summary: "Routing can hide an item that a score needs, and nothing says what it then counts.",
  looksAt: "item",
  needs: ({ value: item }) => item.skipped === undefined,
  yieldsTo: [
    ...FORMULA_CODES,
    "unreachable-item",
    "required-but-unreachable",
    "routing-cycle",
    "mutually-hidden-items",
    "forward-reference",
  ],
  *check({ value: item }, context) {
    if (item.skipped !== undefined) return;
    const conditions = allConditions(context, item);
    const condition = allOf(conditions);
    if (!condition) return;
    const score = scoreLostWithout(item, context);
    if (!score || reachOf(condition, context)?.gives(false).possible !== "yes") return;
    yield {
      at: item.when ? context.at.key(item, "when") : context.at.name(item),
      message: `where "${item.id}" is not asked there is no "${score.id}": say with "skipped" what it counts then, or ${score.value ? "let the formula do without it" : "let the missing rule allow it"}`,
      // What scoring knows of a score may be of an older text, as its label plays no part in it.
      related: [{ at: context.at.name(context.instrument.scores.get(score.id) ?? score), message: `"${score.id}" needs it` }],
    };
  },
});
