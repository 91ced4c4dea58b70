import { stemPhrases } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "leading-item",
  severity: "warning",
  summary: "An item tells people what to answer.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    return stemPhrases(part, context, "leading", ({ words }) => `"${words}" tells people what to answer`);
  },
});
