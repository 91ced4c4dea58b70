import { bandSetsOf } from "../evidence/bandSets.ts";
import { rangeIfAsked } from "../evidence/lostWhereHidden.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-outside-range",
  severity: "error",
  summary: "A band reaches beyond what the score can be.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted"],
  *check({ value: score }, context) {
    const { at, possibleRange } = context;
    const possible = possibleRange(score.id);
    if (!possible) return;
    for (const bands of bandSetsOf(score))
      for (const { name, from, to, ...band } of bands.map((one) => ({ ...one, one }))) {
        const isBelow = ({ min }: PossibleRange) => min !== undefined && from.compare(min) < 0;
        const isAbove = ({ max }: PossibleRange) => max !== undefined && (to ?? from).compare(max) > 0;
        const low = isBelow(possible);
        if (!low && !isAbove(possible)) continue;
        const asked = rangeIfAsked(score, context);
        if (!asked || isBelow(asked) || isAbove(asked))
          yield {
            at: at.whole(band.one),
            message: `band "${name}" ${low ? `begins at ${printExact(from)}` : `reaches ${printExact(to ?? from)}`}, and "${score.id}" runs from ${possible.min ? printExact(possible.min) : "no lower end"} to ${possible.max ? printExact(possible.max) : "no upper end"}`,
          };
      }
  },
});
