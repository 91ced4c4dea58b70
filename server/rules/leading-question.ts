import { leadingWords } from "../evidence/guideQuestions.ts";
import { wordingsOf } from "../evidence/wording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "leading-question",
  severity: "warning",
  summary: "A question tells people what to answer.",
  looksAt: "guide",
  *check(part, context) {
    const asked = [...part.value.questions.values(), ...(part.value.photos?.prompts.values() ?? [])];
    for (const question of asked)
      for (const wording of wordingsOf(question, "text", context)) {
        const found = leadingWords(wording);
        if (found) yield { at: found.at, message: `"${found.words}" tells people what to answer` };
      }
  },
});
