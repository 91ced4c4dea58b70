import { reported } from "./rule.ts";

export default reported({
  code: "type-mismatch",
  severity: "error",
  summary: "A formula puts values together that do not go together.",
});
