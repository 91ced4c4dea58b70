import { bandsRatings } from "../evidence/needs.ts";
import { ratedResponses } from "../evidence/ratedResponses.ts";
import { compare } from "../number/arithmetic.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rating-bands-overlap",
  severity: "error",
  summary: "Two bands of a response hold the same point.",
  looksAt: ["response", "item", "section", "delphi"],
  needs: bandsRatings,
  *check(part, { at }) {
    for (const response of ratedResponses(part)) {
      const bands = [...response.bands];
      for (const [i, [name, [low, high]]] of bands.entries()) {
        const other = bands.slice(0, i).find(([, [from, to]]) => compare(low, to) <= 0 && compare(from, high) <= 0);
        if (!other) continue;
        const [first, last] = [larger(low, other[1][0]), smaller(high, other[1][1])];
        const points = compare(first, last) === 0 ? printExact(first) : `${printExact(first)} to ${printExact(last)}`;
        yield {
          at: at.value(response, "bands", i),
          message: `"${name}" and "${other[0]}" both hold ${points}`,
          related: [{ at: at.value(response, "bands", bands.indexOf(other)), message: `"${other[0]}"` }],
        };
      }
    }
  },
});

const larger = (a: Exact, b: Exact) => (compare(a, b) >= 0 ? a : b);
const smaller = (a: Exact, b: Exact) => (compare(a, b) <= 0 ? a : b);
