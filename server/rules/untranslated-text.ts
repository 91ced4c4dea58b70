import { reported } from "./rule.ts";

export default reported({
  code: "untranslated-text",
  severity: "info",
  summary: "Texts of a translation have no words yet.",
});
