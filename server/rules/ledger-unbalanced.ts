import { rule } from "./rule.ts";

export default rule({
  code: "ledger-unbalanced",
  severity: "error",
  summary: "The history of a statement does not add up.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const statement of part.value.statements.values()) {
      const { id, decided, dropped, introduced, mergedInto } = statement;
      const { from } = statement;
      if (from?.round !== undefined && from.round >= introduced)
        yield {
          at: at.value(statement, "from"),
          message: `"${id}" is suggested in round ${from.round} and comes in round ${introduced}: it can be rated only in a later one`,
        };
      const final = decided && decided.as !== "undecided" ? decided : undefined;
      if (decided && decided.after < introduced)
        yield {
          at: at.value(statement, "decided"),
          message: `"${id}" is decided after round ${decided.after} and comes in round ${introduced}`,
        };
      if (dropped && dropped.after < introduced)
        yield {
          at: at.value(statement, "dropped"),
          message: `"${id}" is dropped after round ${dropped.after} and comes in round ${introduced}`,
        };
      if (final && dropped)
        yield { at: at.value(statement, "dropped"), message: `"${id}" is ${final.as}d and dropped: it would be counted twice` };
      if (final && mergedInto !== undefined)
        yield { at: at.value(statement, "mergedInto"), message: `"${id}" is ${final.as}d and merged: it would be counted twice` };
      if (mergedInto === id) yield { at: at.value(statement, "mergedInto"), message: `"${id}" is merged into itself` };
    }
  },
});
