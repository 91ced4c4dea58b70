import { reported } from "./rule.ts";

export default reported({
  code: "impossible-option-comparison",
  severity: "error",
  summary: "A formula compares an answer with a code that its response does not have.",
  yieldsTo: ["comment-in-formula"],
});
