import { isOfKind } from "../evidence/inSection.ts";
import { phraseIn, spokenTexts } from "../evidence/wording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "bundled-consent",
  severity: "error",
  summary: "One tick agrees to two things, such as the survey and the linkage of records.",
  looksAt: "item",
  applies: ({ value: item }, context) => isOfKind(context, item, "consent"),
  *check({ value: item }, context) {
    for (const stem of spokenTexts(item, "stem", context.language)) {
      const found = phraseIn(stem, stem.lexicon.bundledConsent);
      if (found)
        yield {
          at: found.at,
          message: `one answer agrees to taking part and to "${found.words.trim()}": ask for each consent in an item of its own`,
        };
    }
  },
});
