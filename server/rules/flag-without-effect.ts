import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { possibleAnswers, readNames } from "../model/resolve.ts";
import { type Context, rule } from "./rule.ts";

/** Proved over all answers. A plain `true` is written on purpose, and so is a flag on an item that can be answered in one way only. */
export default rule({
  code: "flag-without-effect",
  severity: "warning",
  summary: "A score that is true or false is the same whatever is answered.",
  looksAt: "score",
  needs: ({ value: score }) => score.value !== undefined && score.level === "person" && score.value.kind !== "truth",
  yieldsTo: [...FORMULA_CODES, "score-cycle", "never-a-value", "group-score-on-person", "group-statistic-in-person-score"],
  *check({ value: score }, context) {
    const possible = score.value && context.possibleRange(score.id);
    if (!score.value || !possible?.values) return;
    const [isTrue, isFalse] = [possible.gives(true).possible, possible.gives(false).possible];
    const same = isTrue === "no" && isFalse === "yes" ? "false" : isFalse === "no" && isTrue === "yes" ? "true" : undefined;
    const names = readNames(context.scoring, score.value);
    if (same === undefined || names.length === 0 || names.every((id) => hasOneAnswer(id, context))) return;
    yield { at: score.value, message: `"${score.id}" is ${same} whatever is answered` };
  },
});

function hasOneAnswer(id: string, { scoring }: Context): boolean {
  const item = scoring.items.get(id);
  const possible = item && possibleAnswers(scoring, item);
  return possible?.kind === "codes" && possible.answers.length === 1;
}
