import { attainableIn } from "../evidence/attainable.ts";
import { bandSetsOf, sortedBands } from "../evidence/bandSets.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-overlap",
  severity: "error",
  summary: "A score value falls in two bands.",
  looksAt: "score",
  needs: hasBands,
  *check({ value: score }, { at, possibleRange }) {
    for (const bands of bandSetsOf(score)) {
      const sorted = sortedBands(bands);
      for (let i = 1; i < sorted.length; i++) {
        const [before, band] = [sorted[i - 1], sorted[i]];
        if (!before?.to || !band || band.from.compare(before.to) > 0) continue;
        const to = band.to && band.to.compare(before.to) < 0 ? band.to : before.to;
        const possible = possibleRange(score.id);
        const both = possible && attainableIn(possible, band.from, to);
        if (both === "none") continue;
        const value = both && both !== "unknown" ? both : band.from;
        yield {
          at: at.whole(band),
          message: `${printExact(value)} is both "${before.name}" and "${band.name}"`,
          related: [{ at: at.whole(before), message: `"${before.name}" ends at ${printExact(before.to)}` }],
        };
      }
    }
  },
});
