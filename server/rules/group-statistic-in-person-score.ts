import { expandSpan } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "group-statistic-in-person-score",
  severity: "error",
  summary: "The score of a person is made from a score of the group.",
  looksAt: "score",
  *check(part, { instrument, at, references }) {
    if (part.value.level === "group") return;
    for (const reference of references(part)) {
      if (reference.target !== "item or score") continue;
      const ids = expandSpan(instrument, reference.id, reference.last);
      const group = (typeof ids === "string" ? [reference.id] : ids).find(
        (id) => !instrument.items.has(id) && instrument.scores.get(id)?.level === "group",
      );
      const score = group === undefined ? undefined : instrument.scores.get(group);
      if (!score) continue;
      yield {
        at: reference.at,
        message: `"${group}" is a score of the group: the score of a person would depend on who else has answered`,
        related: [{ at: at.value(score, "level"), message: `"${group}" is a score of the group` }],
      };
    }
  },
});
