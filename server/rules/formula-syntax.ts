import { reported } from "./rule.ts";

export default reported({
  code: "formula-syntax",
  severity: "error",
  summary: "A formula cannot be read.",
  yieldsTo: ["comment-in-formula"],
});
