import { reported } from "./rule.ts";

export default reported({
  code: "duplicate-anchor",
  severity: "error",
  summary: "Two parts of a file have the same name (&name).",
});
