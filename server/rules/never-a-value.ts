import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { isNeverAValue } from "../evidence/isNeverAValue.ts";
import { reachOf } from "../evidence/routing.ts";
import { readBy } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Proved: every answer sheet leaves the score missing. A score that rests on such a one is not told of as well. */
export default rule({
  code: "never-a-value",
  severity: "error",
  summary: "No answers give a score a value.",
  looksAt: "score",
  yieldsTo: [
    ...FORMULA_CODES,
    "score-cycle",
    "foreign-response-in-score",
    "case-never-reached",
    "possible-division-by-zero",
    "impossible-missing-rule",
    "recode-not-total",
  ],
  *check({ value: score }, context) {
    // One that shares its id with an item is not the one that is asked about.
    if (
      context.scoring.items.has(score.id) ||
      !isNeverAValue(score.id, context) ||
      readBy(context.scoring, score.id).some((id) => isNeverAValue(id, context))
    )
      return;
    const { when } = score;
    const isOutside = when !== undefined && reachOf(when, context)?.gives(true).possible === "no";
    yield {
      at: isOutside ? when : context.at.name(score),
      message: `no answers give "${score.id}" a value${isOutside ? ": this condition never holds" : ""}`,
    };
  },
});
