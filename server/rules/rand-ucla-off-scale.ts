import { isOneToNine, ratingScale } from "../delphi/ratingScale.ts";
import { writtenRules } from "../evidence/studyRules.ts";
import { ratedOn } from "../evidence/unknownBands.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "rand-ucla-off-scale",
  severity: "error",
  summary: "The RAND/UCLA method is used on another scale than 1 to 9.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const consensus of writtenRules(part.value)) {
      if (consensus.preset !== "rand_ucla") continue;
      const response = ratedOn(part.value).find((one) => {
        const scale = ratingScale(one);
        return !scale || !isOneToNine(scale);
      });
      if (!response) continue;
      yield {
        at: at.value(consensus, "preset"),
        message: `the method is defined on ratings from 1 to 9, and ${response.id === undefined ? "a response here" : `"${response.id}"`} is another scale`,
        related: [{ at: at.name(response), message: "the scale" }],
      };
    }
  },
});
