import { stemPhrases } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "vague-quantifier",
  severity: "info",
  summary: "An item says how often in words that each person measures otherwise.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    return stemPhrases(
      part,
      context,
      "vague",
      ({ words }) => `"${words}" means something else to each person: say how often, or since when`,
    );
  },
});
