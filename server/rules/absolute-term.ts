import { stemPhrases } from "../evidence/itemWording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "absolute-term",
  severity: "info",
  summary: "An item holds only without any exception, such as always or never.",
  looksAt: "item",
  *check(part, context) {
    yield* stemPhrases(
      part,
      context,
      (lexicon) => lexicon.absolute,
      ({ words }) => `"${words}" leaves no room for an exception: few people can agree`,
    );
  },
});
