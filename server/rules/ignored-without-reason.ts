import { reported } from "./rule.ts";

export default reported({
  code: "ignored-without-reason",
  severity: "warning",
  summary: "A finding is silenced without a reason.",
});
