import { closedWords, leadingWords } from "../evidence/guideQuestions.ts";
import { wordingsOf } from "../evidence/wording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "closed-question",
  severity: "warning",
  summary: "A question can be answered with yes or no.",
  looksAt: "guide",
  *check(part, context) {
    for (const question of part.value.questions.values()) {
      if (part.value.topics.get(question.topic)?.kind === "closing") continue;
      for (const wording of wordingsOf(question, "text", context)) {
        if (leadingWords(wording)) continue;
        const found = closedWords(wording.text);
        if (found)
          yield {
            at: wording.place(0, found.length),
            message: `"${question.id}" can be answered with yes or no: begin with how, what, which or "tell me about"`,
          };
      }
    }
  },
});
