import { rule } from "./rule.ts";

export default rule({
  code: "own-feedback-under-anonymity",
  severity: "error",
  summary: "Panellists are to see their own former rating, and nobody knows which it was.",
  looksAt: "delphi",
  *check(part, { at }) {
    if (part.value.anonymity !== "full") return;
    for (const { feedback } of part.value.rounds)
      if (feedback?.own) yield { at: at.value(feedback, "own"), message: "under full anonymity nobody can tell which rating was whose" };
  },
});
