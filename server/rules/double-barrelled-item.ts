import { stemPhrases } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "double-barrelled-item",
  severity: "warning",
  summary: "An item asks two things at once.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    return stemPhrases(
      part,
      context,
      "doubleBarrelled",
      ({ words }) => `"${words}" asks two things at once: somebody may answer one of them otherwise than the other`,
    );
  },
});
