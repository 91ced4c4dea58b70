import { scoredNames } from "../evidence/scoredNames.ts";
import { rule } from "./rule.ts";

/** Asked of the whole document, because a span may take in an item that it does not name. */
export default rule({
  code: "reverse-not-in-score",
  severity: "error",
  summary: "An item is marked as reverse-keyed, and no score uses it.",
  looksAt: "metadata",
  *check(_, context) {
    const { instrument, at } = context;
    if (context.isLibrary || instrument.scores.ids().length === 0) return;
    const { all, whole } = scoredNames(context);
    if (!whole) return;
    for (const id of instrument.items.ids()) {
      const item = all.has(id) ? undefined : instrument.items.get(id);
      if (item?.reverse) yield { at: at.key(item, "reverse"), message: `"${id}" is reverse-keyed, and no score uses it` };
    }
  },
});
