import { reported } from "./rule.ts";

export default reported({
  code: "truncated-flow-value",
  severity: "error",
  summary: "Inside { } a value was cut off at a comma or a bracket.",
});
