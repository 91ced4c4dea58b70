import { rule } from "./rule.ts";

export default rule({
  code: "reused-statement-id",
  severity: "error",
  summary: "A new statement takes the id of the one that it replaces.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const statement of part.value.statements.values())
      for (const [i, id] of statement.replaces.entries())
        if (id === statement.id)
          yield {
            at: at.value(statement, "replaces", i),
            message: `"${id}" replaces itself: a new statement needs an id of its own, or its ratings are joined with those of the old one`,
          };
  },
});
