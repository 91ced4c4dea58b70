import { reported } from "./rule.ts";

export default reported({
  code: "undefined-alias",
  severity: "error",
  summary: "A reference (*name) to a part of the file that is not named.",
});
