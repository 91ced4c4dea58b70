import { setsOf, sortedBands } from "../evidence/bandSets.ts";
import { hasBands } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-unreachable",
  severity: "warning",
  summary: "No value of the score falls in a band.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted", "band-outside-range", "band-overlap"],
  *check({ value: score }, { at, possibleRange }) {
    const sets = [score.bands, ...score.bandSets.values()].flatMap((bands) => (bands ? setsOf(bands) : []));
    const possible = sets.length === 0 ? undefined : possibleRange(score.id);
    if (!possible || (possible.min === undefined && possible.max === undefined)) return;
    for (const set of sets) {
      const sorted = sortedBands(set);
      for (const [place, band] of sorted.entries()) {
        const next = band.to ?? sorted[place + 1]?.from;
        const { possible: reached } = possible.reaches({ value: band.from, open: false }, { value: next, open: band.to === undefined });
        if (reached === "no") yield { at: at.whole(band), message: `no value of "${score.id}" falls in the band "${band.name}"` };
      }
    }
  },
});
