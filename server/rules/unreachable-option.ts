import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { whyDead } from "../evidence/routing.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "unreachable-option",
  severity: "warning",
  summary: "An option whose condition can never hold: nobody can choose it.",
  looksAt: ["response", "item", "section"],
  needs: (part) => writtenResponse(part)?.options.some((option) => option.when) === true,
  yieldsTo: FORMULA_CODES,
  *check(part, context) {
    for (const option of writtenResponse(part)?.options ?? []) {
      const dead = option.when && whyDead(option.when, [], context);
      if (dead) yield { at: dead.at, message: `option "${option.label?.own ?? option.code}" is never offered: ${dead.why}` };
    }
  },
});
