import { bandsRatings } from "../evidence/needs.ts";
import { ratedResponses } from "../evidence/ratedResponses.ts";
import { compare } from "../number/arithmetic.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rating-bands-outside-scale",
  severity: "error",
  summary: "A band of a response begins or ends outside its scale.",
  looksAt: ["response", "item", "section", "delphi"],
  needs: bandsRatings,
  *check(part, { at }) {
    for (const response of ratedResponses(part)) {
      const { from, to } = response;
      if (!from || !to || compare(from, to) >= 0) continue;
      for (const [i, [name, [low, high]]] of [...response.bands].entries())
        if (compare(low, from) < 0 || compare(high, to) > 0)
          yield {
            at: at.value(response, "bands", i),
            message: `"${name}" runs from ${printExact(low)} to ${printExact(high)}, and the scale from ${printExact(from)} to ${printExact(to)}`,
          };
    }
  },
});
