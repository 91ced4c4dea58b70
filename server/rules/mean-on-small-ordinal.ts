import { POOLED } from "../delphi/decideStatement.ts";
import { measuredOf } from "../delphi/measuredIn.ts";
import { ratersOf } from "../delphi/ratersOf.ts";
import { studyRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "mean-on-small-ordinal",
  severity: "warning",
  summary: "A mean or a standard deviation decides on the ratings of fewer than 30 panellists.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    for (const { rule, written } of studyRules(study)) {
      const few = ratersOf(study, rule).find(({ to }) => to < 30);
      if (!few) continue;
      const found = measuredOf(written).filter(({ kind }) => WORDS.has(kind));
      for (const criterion of found)
        yield {
          at: at.key(criterion as object as Record<string, unknown>, criterion.kind),
          message: `${WORDS.get(criterion.kind)} of ${few.to} ratings${few.scope === POOLED || study.panel.groups.size < 2 ? "" : ` in "${few.scope}"`} rests on one or two panellists: a median with a range says more on so few`,
        };
      if (found.length > 0) return;
    }
  },
});

const WORDS = new Map<string, string>([
  ["mean", "the mean"],
  ["sd", "the standard deviation"],
  ["cv", "the coefficient of variation"],
]);
