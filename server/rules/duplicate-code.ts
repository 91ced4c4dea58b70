import { reported } from "./rule.ts";

export default reported({
  code: "duplicate-code",
  severity: "error",
  summary: "Two options of a response have the same code.",
});
