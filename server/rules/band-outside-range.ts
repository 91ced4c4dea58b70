import { bandSetsOf } from "../evidence/bandSets.ts";
import { hasBands } from "../evidence/needs.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "band-outside-range",
  severity: "error",
  summary: "A band reaches beyond what the score can be.",
  looksAt: "score",
  needs: hasBands,
  yieldsTo: ["declared-range-wrong", "band-inverted"],
  *check({ value: score }, { at, possibleRange }) {
    const possible = possibleRange(score.id);
    if (!possible) return;
    for (const bands of bandSetsOf(score))
      for (const { name, from, to, ...band } of bands.map((one) => ({ ...one, one }))) {
        const low = possible.min && from.compare(possible.min) < 0;
        const high = possible.max && (to ?? from).compare(possible.max) > 0;
        if (low || high)
          yield {
            at: at.whole(band.one),
            message: `band "${name}" ${low ? `begins at ${printExact(from)}` : `reaches ${printExact(to ?? from)}`}, and "${score.id}" runs from ${possible.min ? printExact(possible.min) : "no lower end"} to ${possible.max ? printExact(possible.max) : "no upper end"}`,
          };
      }
  },
});
