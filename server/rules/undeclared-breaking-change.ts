import { reported } from "./rule.ts";

export default reported({
  code: "undeclared-breaking-change",
  severity: "error",
  summary: "Data or scores of this version and the former one are not comparable, and the version number does not say so.",
});
