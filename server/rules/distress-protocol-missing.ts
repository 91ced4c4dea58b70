import { rule } from "./rule.ts";

export default rule({
  code: "distress-protocol-missing",
  severity: "warning",
  summary: "A guide does not say what is done where a person becomes distressed.",
  looksAt: "guide",
  *check(part, context) {
    const guide = part.value;
    if (guide.distress || guide.questions.size === 0) return;
    yield { at: context.at.name(guide), message: `nothing is said of what is done where a person becomes distressed: add "distress"` };
  },
});
