import { reported } from "./rule.ts";

export default reported({
  code: "unknown-key",
  severity: "error",
  summary: "A key that the format does not know.",
});
