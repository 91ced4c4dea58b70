import { reported } from "./rule.ts";

export default reported({
  code: "span-backwards",
  severity: "error",
  summary: "A span runs from a later item to an earlier one.",
});
