import { membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-missing-rule",
  severity: "info",
  summary: "A score has no missing rule, so that only complete answers are scored.",
  looksAt: "score",
  needs: ({ value: score }) => score.missing === undefined && score.entries !== undefined,
  *check({ value: score }, { at, scoring: instrument }) {
    if (score.missing || !score.entries || score.level === "group") return;
    const { members, unknown } = membersOf(instrument, score);
    if (members.length < 2 || unknown.length > 0) return;
    yield {
      at: at.name(score),
      message: `"${score.id}" has a value only where all ${members.length} entries have one: it has no missing rule`,
    };
  },
});
