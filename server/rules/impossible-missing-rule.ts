import { membersOf, neededCount } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "impossible-missing-rule",
  severity: "error",
  summary: "A missing rule that no answers can meet, or that names an item outside the score.",
  looksAt: "score",
  needs: ({ value: score }) => score.missing !== undefined,
  *check({ value: score }, { at, scoring: instrument }) {
    const { missing } = score;
    const { members, unknown } = membersOf(instrument, score);
    const count = members.length;
    if (!missing || count === 0 || unknown.length > 0) return;
    const needed = neededCount(missing, count);
    if (needed > count)
      yield {
        at: at.value(missing, "need"),
        message: `"${score.id}" has ${count} ${count === 1 ? "entry" : "entries"} and needs ${needed} answered: it can never be scored`,
      };
    if (missing.allow !== undefined && missing.allow > count)
      yield {
        at: at.value(missing, "allow"),
        message: `"${score.id}" has ${count} ${count === 1 ? "entry" : "entries"}: ${missing.allow} cannot be missing`,
      };
    if (missing.allow !== undefined && missing.allow === count && missing.always.length === 0)
      yield {
        at: at.value(missing, "allow"),
        severity: "warning",
        message: `all ${count === 1 ? "of 1 entry" : `${count} entries`} of "${score.id}" may be missing, and of no answer nothing can be made: allow at most ${count - 1}`,
      };
    for (const [i, id] of missing.always.entries())
      if (!members.some((member) => member.id === id) && (instrument.items.has(id) || instrument.scores.has(id)))
        yield {
          at: at.value(missing, "always", i),
          message: `"${id}" must always be answered, and is not one of the entries of "${score.id}"`,
        };
  },
});
