import { rule } from "./rule.ts";

export default rule({
  code: "statement-changed-silently",
  severity: "error",
  summary: "A statement keeps a decision that was made on another text.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const statement of part.value.statements.values()) {
      const { decided, minor, wording } = statement;
      if (!decided || minor || decided.as === "undecided") continue;
      const last = Math.max(...wording.keys());
      if (last >= decided.after)
        yield {
          at: at.value(statement, "decided"),
          message: `"${statement.id}" was decided after round ${decided.after} on a text that has changed since: rate it again, or say "minor: true"`,
          related: [{ at: at.key(statement, "wording"), message: "the former text" }],
        };
    }
  },
});
