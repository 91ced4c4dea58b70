import { reported } from "./rule.ts";

/** Found by `scalewright test --mutate`, on demand: every slip is tried against every test. */
export default reported({
  code: "surviving-mutation",
  severity: "warning",
  summary: "A slip in the definition of a score that no test would notice.",
});
