import { reported } from "./rule.ts";

export default reported({
  code: "invalid-id",
  severity: "error",
  summary: "An id that statistics programs would not take as a variable name.",
});
