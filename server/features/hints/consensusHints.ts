import type { Analysis } from "../../analysis/analysis.ts";
import { measuredIn } from "../../delphi/measuredIn.ts";
import { neededRatings } from "../../delphi/neededRatings.ts";
import { ratersOf } from "../../delphi/ratersOf.ts";
import { studyRules } from "../../evidence/studyRules.ts";
import type { Comparison, Delphi } from "../../model/delphi.ts";
import { origins } from "../../model/origins.ts";
import type { InlayHint } from "../inlayHints.ts";

/** Behind a percentage of a consensus rule how many ratings it asks for where as many rate as are wanted: "28 of 40 frontline". */
export function consensusHints(analysis: Analysis, study: Delphi): readonly InlayHint[] {
  const hints = new Map<number, InlayHint>();
  for (const { rule } of studyRules(study)) {
    const raters = ratersOf(study, rule);
    for (const criterion of [...measuredIn(rule.include), ...measuredIn(rule.exclude)]) {
      if ((criterion.kind !== "percent_in" && criterion.kind !== "percent_within") || !origins.has(criterion.compare)) continue;
      const counts = raters.map(
        ({ scope, to }) => `${countInWords(to, criterion.compare)} of ${to}${raters.length > 1 ? ` ${scope}` : ""}`,
      );
      const { end } = analysis.range(origins.whole(criterion.compare));
      if (counts.length > 0)
        hints.set(end, {
          kind: "consensus",
          offset: end,
          label: ` ${counts.slice(0, 3).join(", ")}${counts.length > 3 ? " …" : ""}`,
          tooltip: `ratings that this asks for where as many rate as are wanted: ${counts.join(", ")}`,
        });
    }
  }
  return [...hints.values()];
}

function countInWords(raters: number, compare: Comparison): string {
  const needed = neededRatings(raters, compare);
  if (!needed) return "none";
  if (needed.least === needed.most) return String(needed.least);
  return needed.least === 0 ? `at most ${needed.most}` : `at least ${needed.least}`;
}
