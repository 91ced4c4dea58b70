import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { conditionsAround, whyDead } from "../evidence/routing.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "dead-section",
  severity: "warning",
  summary: "A section whose condition can never hold: none of its items is asked.",
  looksAt: "section",
  yieldsTo: [...FORMULA_CODES, "forward-reference"],
  *check({ value: section }, context) {
    const dead = section.when && whyDead(section.when, conditionsAround(context, section), context);
    if (dead) yield { at: dead.at, message: `section "${section.id}" is never shown: ${dead.why}` };
  },
});
