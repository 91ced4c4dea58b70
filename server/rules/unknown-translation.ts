import { reported } from "./rule.ts";

export default reported({
  code: "unknown-translation",
  severity: "error",
  summary: "A translation has a text that its document does not have.",
});
