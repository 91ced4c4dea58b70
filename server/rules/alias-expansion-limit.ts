import { reported } from "./rule.ts";

export default reported({
  code: "alias-expansion-limit",
  severity: "error",
  summary: "Repeated references (*name) make the document grow beyond measure.",
});
