import { stemPhrases } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "double-negative-item",
  severity: "warning",
  summary: "An item denies something twice.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    return stemPhrases(part, context, "doubleNegative", ({ words }) => `"${words}" denies twice: people answer it the wrong way round`);
  },
});
