import { reported } from "./rule.ts";

export default reported({
  code: "import-cycle",
  severity: "error",
  summary: "A file imports itself, directly or through others.",
});
