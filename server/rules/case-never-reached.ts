import type { CaseValue } from "../model/instrument.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { rule } from "./rule.ts";

/** By what the score can be: a value that two cases give says nothing of either. An `otherwise` may stand there for safety. */
export default rule({
  code: "case-never-reached",
  severity: "warning",
  summary: "No answers reach a case of a score.",
  looksAt: "score",
  *check({ value: score }, { possibleRange }) {
    const cases = score.cases ?? [];
    const possible = cases.length < 2 || score.transform.length > 0 || score.round ? undefined : possibleRange(score.id);
    if (!possible) return;
    for (const [place, { when, is }] of cases.entries()) {
      if (!when || !isNever(is, possible)) continue;
      yield {
        at: when,
        message: `no answers reach this case: ${place === 0 ? "its condition never holds" : "its condition never holds where the cases before it do not"}`,
      };
    }
  },
});

function isNever(is: CaseValue, possible: PossibleRange): boolean {
  if (is.kind === "text" || is.kind === "truth") return possible.gives(is.value).possible === "no";
  if (is.kind !== "number") return false;
  const end = { value: is.value, open: false };
  return possible.reaches(end, end).possible === "no";
}
