import { rule } from "./rule.ts";

export default rule({
  code: "feedback-in-first-round",
  severity: "error",
  summary: "The first round shows feedback, and there is nothing yet to show.",
  looksAt: "delphi",
  *check(part, { at }) {
    const first = part.value.rounds[0];
    if (first?.feedback)
      yield {
        at: at.key(first, "feedback"),
        message: `round ${first.number} is the first: there are no ratings before it that could be shown`,
      };
  },
});
