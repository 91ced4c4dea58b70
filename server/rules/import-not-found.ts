import { reported } from "./rule.ts";

export default reported({
  code: "import-not-found",
  severity: "error",
  summary: "An imported file is not there, or is no library.",
});
