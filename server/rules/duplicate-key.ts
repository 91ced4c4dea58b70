import { reported } from "./rule.ts";

export default reported({
  code: "duplicate-key",
  severity: "error",
  summary: "A key is written twice in one place.",
});
