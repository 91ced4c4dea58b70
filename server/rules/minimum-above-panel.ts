import { ratersOf } from "../delphi/ratersOf.ts";
import { writtenRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "minimum-above-panel",
  severity: "error",
  summary: "More ratings are asked for than the panel is meant to have.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    for (const consensus of writtenRules(study)) {
      const { minimumRated } = consensus;
      if (minimumRated === undefined) continue;
      const raters = ratersOf(study, {
        scope: consensus.scope ?? study.consensus?.scope ?? (study.panel.groups.size > 1 ? "each_group" : "pooled"),
      });
      const short = raters.filter(({ from }) => from < minimumRated);
      const isAny = consensus.scope === "any_group";
      const first = short[0];
      if (!first || (isAny && short.length < raters.length)) continue;
      const group = study.panel.groups.get(first.scope);
      const whose = group ? `the group "${first.scope}" still counts with ${first.from}` : `the panel still counts with ${first.from}`;
      yield {
        at: at.value(consensus, "minimumRated"),
        message: `${minimumRated} ratings are needed for a decision, and ${whose}: with fewer nothing would be decided`,
        related: group ? [{ at: at.name(group), message: `"${first.scope}"` }] : [],
      };
    }
  },
});
