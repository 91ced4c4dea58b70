import { reported } from "./rule.ts";

export default reported({
  code: "unused-ignore",
  severity: "warning",
  summary: "A comment that silences a finding stands where there is no such finding.",
});
