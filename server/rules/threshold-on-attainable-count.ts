import { measuredOf } from "../delphi/measuredIn.ts";
import { isAttained } from "../delphi/neededRatings.ts";
import { type Raters, ratersOf } from "../delphi/ratersOf.ts";
import { studyRules } from "../evidence/studyRules.ts";
import type { Comparison } from "../model/delphi.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "threshold-on-attainable-count",
  severity: "info",
  summary: "A threshold is exactly reached by some count, so that at least and above decide differently.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    const seen = new Set<object>();
    for (const { rule, written } of studyRules(study)) {
      const raters = ratersOf(study, rule);
      for (const criterion of measuredOf(written)) {
        if ((criterion.kind !== "percent_in" && criterion.kind !== "percent_within") || seen.has(criterion)) continue;
        seen.add(criterion);
        const { compare } = criterion;
        const n = compare.word === "equals" ? undefined : countedAt(raters, compare);
        if (n === undefined) continue;
        const k = isAttained(n, compare) ?? 0;
        const percent = `${printExact(compare.at)}% of ${n} ratings are exactly ${k}`;
        const isMany = compare.word === "at_least" || compare.word === "above";
        yield {
          at: at.whole(compare),
          message: isMany
            ? `${percent}: "at_least" begins with ${k}, "above" with ${k + 1}`
            : `${percent}: "at_most" ends with ${k}, "below" with ${k - 1}`,
        };
      }
    }
  },
});

/** The largest number of raters at which the threshold is a count other than none or all; the first group has the word. */
function countedAt(raters: readonly Raters[], compare: Comparison): number | undefined {
  for (const { from, to } of raters)
    for (let n = to; n >= Math.max(1, from); n--) {
      const k = isAttained(n, compare);
      if (k !== undefined && k > 0 && k < n) return n;
    }
  return undefined;
}
