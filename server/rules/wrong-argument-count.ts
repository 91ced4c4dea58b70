import { reported } from "./rule.ts";

export default reported({
  code: "wrong-argument-count",
  severity: "error",
  summary: "A function is given too few or too many values.",
});
