import { reported } from "./rule.ts";

export default reported({
  code: "unsupported-format-version",
  severity: "error",
  summary: "The file is written for a newer version of the format.",
});
