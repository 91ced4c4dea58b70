import { setsOf, sortedBands } from "../evidence/bandSets.ts";
import { rangeIfAsked } from "../evidence/lostWhereHidden.ts";
import { hasBands } from "../evidence/needs.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-unreachable",
  severity: "warning",
  summary: "No value of the score falls in a band.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted", "band-outside-range", "band-overlap"],
  *check({ value: score }, context) {
    const { at, possibleRange } = context;
    const sets = [score.bands, ...score.bandSets.values()].flatMap((bands) => (bands ? setsOf(bands) : []));
    const possible = sets.length === 0 ? undefined : possibleRange(score.id);
    if (!possible || (possible.min === undefined && possible.max === undefined)) return;
    for (const set of sets) {
      const sorted = sortedBands(set);
      for (const [place, band] of sorted.entries()) {
        const next = band.to ?? sorted[place + 1]?.from;
        const isEmpty = (range: PossibleRange) =>
          range.reaches({ value: band.from, open: false }, { value: next, open: band.to === undefined }).possible === "no";
        const asked = isEmpty(possible) ? rangeIfAsked(score, context) : undefined;
        if (isEmpty(possible) && (!asked || isEmpty(asked)))
          yield { at: at.whole(band), message: `no value of "${score.id}" falls in the band "${band.name}"` };
      }
    }
  },
});
