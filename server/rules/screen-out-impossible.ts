import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { whyDead } from "../evidence/routing.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "screen-out-impossible",
  severity: "warning",
  summary: "A screen-out that no answers can bring about.",
  looksAt: "section",
  yieldsTo: FORMULA_CODES,
  *check({ value: section }, context) {
    const dead = section.screenOut && whyDead(section.screenOut, [], context);
    if (dead) yield { at: dead.at, message: `nobody is ever screened out here: ${dead.why}` };
  },
});
