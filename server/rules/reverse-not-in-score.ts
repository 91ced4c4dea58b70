import { scoredNames } from "../evidence/scoredNames.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "reverse-not-in-score",
  severity: "error",
  summary: "An item is marked as reverse-keyed, and no score uses it.",
  looksAt: "item",
  needs: ({ value: item }) => item.reverse,
  *check({ id, value: item }, context) {
    if (!item.reverse || context.isLibrary) return;
    const isLeftOut = context.fact(`left out ${id}`, (inner) => {
      const { all, whole } = scoredNames(inner);
      return whole && inner.scoring.scores.ids().length > 0 && !all.has(id);
    });
    if (isLeftOut) yield { at: context.at.key(item, "reverse"), message: `"${id}" is reverse-keyed, and no score uses it` };
  },
});
