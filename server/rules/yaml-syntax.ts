import { reported } from "./rule.ts";

export default reported({
  code: "yaml-syntax",
  severity: "error",
  summary: "The text cannot be read as YAML: a quotation mark, a bracket, a colon or the indentation is not right.",
});
