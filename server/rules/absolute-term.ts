import { stemPhrases } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "absolute-term",
  severity: "info",
  summary: "An item holds only without any exception, such as always or never.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    return stemPhrases(part, context, "absolute", ({ words }) => `"${words}" leaves no room for an exception: few people can agree`);
  },
});
