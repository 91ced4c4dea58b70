import { bandGaps } from "../evidence/bandGaps.ts";
import { rangeIfAsked } from "../evidence/lostWhereHidden.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

/** Only values that answers can reach count: between 0–4 and 5–9 nothing is missing of a sum of whole numbers. */
export default rule({
  code: "band-gap",
  severity: "error",
  summary: "A value that the score can reach falls in no band.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted", "band-outside-range"],
  *check({ value: score }, context) {
    for (const { value, last, before, after, fractional } of bandGaps(score, context)) {
      // Without rounding the fractions are what is wrong; with a rounding that leaves them they are values like any other.
      if (fractional && !score.round) continue;
      const asked = rangeIfAsked(score, context);
      if (asked?.reaches({ value, open: false }, { value: last, open: false }).possible === "no") continue;
      const values = last && !last.equals(value) ? `${printExact(value)} to ${printExact(last)} fall` : `${printExact(value)} falls`;
      const where =
        before && after ? `between "${before.name}" and "${after.name}"` : before ? `above "${before.name}"` : `below "${after?.name}"`;
      yield { at: context.at.whole(after ?? before ?? score), message: `${values} in no band of "${score.id}", ${where}` };
    }
  },
});
