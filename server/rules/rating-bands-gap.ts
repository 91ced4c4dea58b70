import { ratingScale } from "../delphi/ratingScale.ts";
import { bandsAreRead } from "../evidence/bandsAreRead.ts";
import { bandsRatings } from "../evidence/needs.ts";
import { ratedResponses } from "../evidence/ratedResponses.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rating-bands-gap",
  severity: "error",
  summary: "A point of a response lies in none of its bands.",
  looksAt: ["response", "item", "section", "delphi"],
  needs: bandsRatings,
  *check(part, { at }) {
    for (const response of ratedResponses(part)) {
      const scale = response.bands.size > 1 && bandsAreRead(response) ? ratingScale(response) : undefined;
      if (!scale) continue;
      const banded = new Set([...scale.bands.values()].flat());
      const lost = [...scale.points.keys()].filter((place) => !banded.has(place)).map((place) => scale.points[place]?.code ?? "");
      if (lost.length === 0) continue;
      yield {
        at: at.key(response, "bands"),
        message: `${listed(lost)} ${lost.length === 1 ? "lies" : "lie"} in no band: ${[...response.bands].map(([name, [low, high]]) => `${name} ${printExact(low)} to ${printExact(high)}`).join(", ")}`,
      };
    }
  },
});

/** `6`, `4 and 5`, `4, 5 and 6`; of many the first and the last. */
function listed(codes: readonly string[]): string {
  if (codes.length > 6) return `${codes[0]} to ${codes.at(-1)}`;
  return codes.length === 1 ? `${codes[0]}` : `${codes.slice(0, -1).join(", ")} and ${codes.at(-1)}`;
}
