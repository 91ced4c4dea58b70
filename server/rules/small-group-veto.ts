import { POOLED } from "../delphi/decideStatement.ts";
import { measuredIn } from "../delphi/measuredIn.ts";
import { neededRatings } from "../delphi/neededRatings.ts";
import { ratersOf } from "../delphi/ratersOf.ts";
import { studyRules } from "../evidence/studyRules.ts";
import type { Criterion } from "../model/delphi.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "small-group-veto",
  severity: "warning",
  summary: "In a small group one rating is enough to keep a statement out.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    const seen = new Set<object>();
    for (const { rule, written } of studyRules(study)) {
      for (const criterion of [...limits(written.include), ...limits(written.exclude)]) {
        if (seen.has(criterion)) continue;
        const { compare } = criterion;
        const small = ratersOf(study, rule).find(({ from }) => neededRatings(from, compare)?.most === 0);
        if (compare.at.n === 0n || !small) continue;
        seen.add(criterion);
        const who =
          small.scope === POOLED || study.panel.groups.size < 2
            ? `with ${small.from} raters`
            : `with the ${small.from} raters of "${small.scope}"`;
        yield {
          at: at.whole(compare),
          message: `${who} not one rating may be there: a single panellist can keep a statement out`,
        };
      }
    }
  },
});

/** Percentages that must not be passed. */
const limits = (criterion: Criterion | undefined) =>
  measuredIn(criterion).flatMap((one) =>
    one.kind === "percent_in" && (one.compare.word === "below" || one.compare.word === "at_most") ? [one] : [],
  );
