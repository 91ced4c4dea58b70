import { isUnreachable } from "../delphi/examineRule.ts";
import { studyRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rule-unreachable",
  severity: "error",
  summary: "No ratings at all can satisfy one side of the rule of consensus.",
  looksAt: "delphi",
  yieldsTo: ["undefined-name"],
  *check(part, { at }) {
    const study = part.value;
    for (const one of studyRules(study))
      for (const side of ["include", "exclude"] as const) {
        if (!one.written[side] || !isUnreachable(study, one.rule, one.scale, side)) continue;
        yield { at: at.value(one.written, side), message: `no ratings can satisfy this, so that nothing is ever ${side}d` };
      }
  },
});
