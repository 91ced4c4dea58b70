import { reported } from "./rule.ts";

export default reported({
  code: "tab-indent",
  severity: "error",
  summary: "A line is indented with a tab.",
});
