import type { CaseValue, Score } from "../model/instrument.ts";
import { readBy } from "../model/resolve.ts";
import { caseReach } from "../routing/cases.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { type Context, rule } from "./rule.ts";

/**
 * By what the score can be, which is known anyway, where each case gives a value of its own; else by the conditions themselves. An `otherwise`
 * may stand there for safety.
 */
export default rule({
  code: "case-never-reached",
  severity: "warning",
  summary: "No answers reach a case of a score.",
  looksAt: "score",
  needs: ({ value: score }) => (score.cases?.length ?? 0) > 1,
  *check({ value: score }, context) {
    const cases = score.cases ?? [];
    const possible = cases.length < 2 ? undefined : context.possibleRange(score.id);
    // What a score at fault can be is no reason to blame a case.
    if (!possible || readBy(context.scoring, score.id).some((id) => context.scoring.scores.has(id) && context.isFaulty(id))) return;
    const never = tellsItsCase(score) ? neverGiven(score, possible) : neverDecides(score, context);
    for (const place of never) {
      const when = cases[place]?.when;
      if (!when) continue;
      yield {
        at: when,
        message: `no answers reach this case: ${place === 0 ? "its condition never holds" : "its condition never holds where the cases before it do not"}`,
      };
    }
  },
});

/** True where the value of the score says which case it came from. */
function tellsItsCase({ cases = [], transform, round }: Score): boolean {
  if (transform.length > 0 || round) return false;
  const values = cases.map(({ is }) => (is.kind === "expression" || is.kind === "missing" ? undefined : String(is.value)));
  return !values.includes(undefined) && new Set(values).size === values.length;
}

function neverGiven({ cases = [] }: Score, possible: PossibleRange): readonly number[] {
  return cases.flatMap(({ is }, place) => (isNever(is, possible) ? [place] : []));
}

function isNever(is: CaseValue, possible: PossibleRange): boolean {
  if (is.kind === "text" || is.kind === "truth") return possible.gives(is.value).possible === "no";
  if (is.kind !== "number") return false;
  const end = { value: is.value, open: false };
  return possible.reaches(end, end).possible === "no";
}

function neverDecides(score: Score, context: Context): readonly number[] {
  if (score.level === "group") return [];
  return context.derive(`cases of ${score.id}`, ({ graph }) => {
    const within = graph([score.id]);
    return within === undefined ? [] : caseReach(within, score).flatMap(({ possible }, place) => (possible === "no" ? [place] : []));
  });
}
