import { reported } from "./rule.ts";

export default reported({
  code: "not-a-truth-value",
  severity: "error",
  summary: "A condition that is neither true nor false.",
});
