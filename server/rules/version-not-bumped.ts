import { reported } from "./rule.ts";

export default reported({
  code: "version-not-bumped",
  severity: "error",
  summary: "A document has changed, and its version number has not, or goes down.",
});
