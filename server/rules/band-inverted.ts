import { bandSetsOf } from "../evidence/bandSets.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-inverted",
  severity: "error",
  summary: "A band ends below where it begins.",
  looksAt: "score",
  needs: hasBands,
  *check({ value: score }, { at }) {
    for (const bands of bandSetsOf(score))
      for (const band of bands)
        if (band.to && band.to.compare(band.from) < 0)
          yield {
            at: at.whole(band),
            message: `band "${band.name}" runs from ${printExact(band.from)} down to ${printExact(band.to)}, so no score falls in it`,
          };
  },
});
