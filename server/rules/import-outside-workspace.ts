import { reported } from "./rule.ts";

export default reported({
  code: "import-outside-workspace",
  severity: "error",
  summary: "An import leaves the folder that is worked in.",
});
