import { namesItems } from "../evidence/needs.ts";
import type { PartOf } from "../model/parts.ts";
import { type Context, type Finding, rule } from "./rule.ts";

/** Where one person is routed, checked or tested, and what the score of a person may not have. */
export default rule({
  code: "group-score-on-person",
  severity: "error",
  summary: "A score of the group is used for one person, or the score of a person is split by group.",
  looksAt: ["response", "section", "item", "score", "test", "effect"],
  needs: (part) => part.kind === "score" || namesItems(part),
  *check(part, context) {
    if (part.kind === "score") {
      yield* keysOfGroups(part, context);
      return;
    }
    const { instrument, at, references } = context;
    for (const reference of references(part)) {
      if (reference.target !== "item or score" && reference.target !== "score") continue;
      const score = instrument.items.has(reference.id) ? undefined : instrument.scores.get(reference.id);
      if (score?.level !== "group") continue;
      yield {
        at: reference.at,
        message: `"${reference.id}" is a score of the group: it has no value for one person`,
        related: [{ at: at.value(score, "level"), message: `"${reference.id}" is a score of the group` }],
      };
    }
  },
});

function* keysOfGroups({ value: score }: PartOf<"score">, { at }: Context): Generator<Finding> {
  if (score.level === "group") return;
  const key = score.by !== undefined ? "by" : score.smallestGroup !== undefined ? "smallestGroup" : undefined;
  if (key === undefined) return;
  yield {
    at: at.key(score, key),
    message: `"${score.id}" is a score of each person, and "${key === "by" ? "by" : "smallest_group"}" is for scores of a group: add "level: group" or take it out`,
  };
}
