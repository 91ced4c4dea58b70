import { ratingScale } from "../delphi/ratingScale.ts";
import { ratedResponses } from "../evidence/ratedResponses.ts";
import { heldResponse } from "../evidence/writtenResponse.ts";
import { equal } from "../number/arithmetic.ts";
import { parseExact } from "../number/exact.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "unable-code-in-range",
  severity: "error",
  summary: "The code for being unable to rate is a point of the scale.",
  looksAt: ["response", "item", "section", "delphi"],
  needs: (part) => part.kind === "delphi" || heldResponse(part)?.unable !== undefined,
  *check(part, { at }) {
    for (const response of ratedResponses(part)) {
      const { unable } = response;
      if (!unable) continue;
      const number = parseExact(unable.code);
      const point = ratingScale(response)?.points.find(({ code, value }) => code === unable.code || (number && equal(value, number)));
      if (point) yield { at: at.value(unable, "code"), message: `${unable.code} is also a rating: nobody could tell the two apart` };
    }
  },
});
