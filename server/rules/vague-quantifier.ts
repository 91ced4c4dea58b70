import { stemPhrases } from "../evidence/itemWording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "vague-quantifier",
  severity: "info",
  summary: "An item says how often in words that each person measures otherwise.",
  looksAt: "item",
  *check(part, context) {
    yield* stemPhrases(
      part,
      context,
      (lexicon) => lexicon.vague,
      ({ words }) => `"${words}" means something else to each person: say how often, or since when`,
    );
  },
});
