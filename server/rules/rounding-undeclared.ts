import { bandGaps } from "../evidence/bandGaps.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rounding-undeclared",
  severity: "error",
  summary: "A fractional score falls between bands of whole numbers, and no rounding is declared.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted", "band-outside-range", "band-gap"],
  *check({ value: score }, context) {
    if (score.round) return;
    for (const { value, before, after, fractional, bands } of bandGaps(score, context)) {
      if (!fractional || !before || !after) continue;
      yield {
        at: context.at.key(score, bands === score.bands ? "bands" : "bandSets"),
        message: `"${score.id}" can be ${printExact(value)}, which falls between "${before.name}" and "${after.name}": say how it is rounded, for example "round: {to: 1, mode: half_up}"`,
        related: [{ at: context.at.whole(after), message: `"${after.name}" begins at ${printExact(after.from)}` }],
      };
      return;
    }
  },
});
