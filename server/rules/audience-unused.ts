import { isAsked } from "../model/guide.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "audience-unused",
  severity: "error",
  summary: "An audience is asked nothing, or a question is asked of nobody.",
  looksAt: "guide",
  *check(part, context) {
    const { at } = context;
    const { audiences, topics, questions } = part.value;
    if (questions.size === 0) return;
    for (const audience of audiences.values())
      if (!questions.values().some((question) => isAsked(audience.id, topics.get(question.topic), question)))
        yield { at: at.name(audience), message: `"${audience.id}" is asked nothing: every topic and question is for others` };
    for (const question of questions.values()) {
      const topic = topics.get(question.topic);
      const both = question.audiences?.filter((id) => topic?.audiences?.includes(id) ?? true);
      if (question.audiences && question.audiences.length > 0 && both?.length === 0)
        yield {
          at: at.value(question, "audiences"),
          message: `"${question.id}" is asked of nobody: its topic "${question.topic}" is for ${topic?.audiences?.map((id) => `"${id}"`).join(", ")}`,
        };
    }
  },
});
