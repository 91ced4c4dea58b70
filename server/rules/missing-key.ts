import { hasEntries } from "../evidence/needs.ts";
import { fieldOf } from "../model/origins.ts";
import { membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** The schema reports keys that must always be there; this one depends on how many items a score has. */
export default rule({
  code: "missing-key",
  severity: "error",
  summary: "A key that must be there is missing.",
  looksAt: "score",
  needs: hasEntries,
  // A misspelt key is the likelier mistake.
  yieldsTo: ["unknown-key"],
  *check({ value: score }, { at, scoring }) {
    if (!score.entries || fieldOf(score, "method")) return;
    const count = membersOf(scoring, score).members.length;
    if (count > 1)
      yield {
        at: at.key(score, "entries"),
        message: `"method" is missing: it says how the ${count} items are combined (sum, mean, min, max or product)`,
      };
  },
});
