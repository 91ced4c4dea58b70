import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { hasCondition } from "../evidence/needs.ts";
import { conditionsAround, whyDead } from "../evidence/routing.ts";
import { rule } from "./rule.ts";

/** Proved over all answers that the instrument allows, scores included; where that cannot be done nothing is said. */
export default rule({
  code: "unreachable-item",
  severity: "warning",
  summary: "An item whose condition can never hold: nobody is asked.",
  looksAt: "item",
  needs: hasCondition,
  yieldsTo: [
    ...FORMULA_CODES,
    "routing-cycle",
    "mutually-hidden-items",
    "forward-reference",
    "required-but-unreachable",
    "group-score-on-person",
    "comment-in-formula",
  ],
  *check({ value: item }, context) {
    const dead = item.when && whyDead(item.when, conditionsAround(context, item), context);
    if (dead) yield { at: dead.at, message: `"${item.id}" is never asked: ${dead.why}` };
  },
});
