import { POOLED } from "../delphi/decideStatement.ts";
import { findOverlap } from "../delphi/examineRule.ts";
import type { Distribution } from "../delphi/feasible.ts";
import { exampleInWords, holderOf, studyRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "include-exclude-overlap",
  severity: "error",
  summary: "Some ratings both include and exclude a statement.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    for (const one of studyRules(study)) {
      if (one.rule.preset && !one.written.include && !one.written.exclude) continue;
      const overlap = findOverlap(study, one.rule, one.scale);
      if (!overlap) continue;
      const holder = holderOf(study, one, "exclude");
      const inScope = (scope: string) => (scope === POOLED || study.panel.groups.size < 2 ? "" : ` of "${scope}"`);
      const words = (example: Distribution, scope: string) =>
        `${exampleInWords(one.scale, example.counts)} of ${example.n} ratings${inScope(scope)}`;
      const { example, scope, other } = overlap;
      yield {
        at: at.key(holder, "exclude"),
        message: other
          ? `one group may include a statement that another excludes: ${words(other.example, other.scope)} include it, ${words(example, scope)} exclude it`
          : `a statement with ${words(example, scope)} is both included and excluded`,
        related: [{ at: at.key(holderOf(study, one, "include"), "include"), message: "what includes it" }],
      };
      return;
    }
  },
});
