import { reported } from "./rule.ts";

export default reported({
  code: "wrong-type",
  severity: "error",
  summary: "A value of another kind than the key takes: text for a number, a list for a map.",
});
