import { hasBands } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

/** Asked of scores that are read as good or bad: those with bands or cut-offs. */
export default rule({
  code: "no-direction",
  severity: "warning",
  summary: "A score with bands or cut-offs does not say what a higher value means.",
  looksAt: "score",
  needs: (part) => hasBands(part) || part.value.cutOffs.length > 0,
  *check({ value: score }, { at }) {
    if (score.higher || score.helper || score.cases || score.level === "group") return;
    if (!score.bands && score.bandSets.size === 0 && score.cutOffs.length === 0) return;
    yield {
      at: at.name(score),
      message: `nothing says what a higher "${score.id}" means: add "higher", for example "higher: more severe symptoms"`,
    };
  },
});
