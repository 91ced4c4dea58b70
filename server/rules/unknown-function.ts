import { reported } from "./rule.ts";

export default reported({
  code: "unknown-function",
  severity: "error",
  summary: "A formula calls a function that there is not.",
});
