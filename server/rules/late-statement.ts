import { rule } from "./rule.ts";

export default rule({
  code: "late-statement",
  severity: "warning",
  summary: "A statement is added in the last round, and decided on one rating.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { rounds, statements } = part.value;
    const last = rounds.at(-1);
    if (!last || rounds.length < 2) return;
    for (const statement of statements.values())
      if (statement.introduced === last.number)
        yield {
          at: at.value(statement, "introduced"),
          message: `"${statement.id}" comes in the last round: it is decided without feedback and without a second rating`,
        };
  },
});
