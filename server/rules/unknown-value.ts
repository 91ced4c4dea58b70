import { reported } from "./rule.ts";

export default reported({
  code: "unknown-value",
  severity: "error",
  summary: "A word that is not one of the words a key allows.",
});
