import { skippedOutside } from "../evidence/skippedOutside.ts";
import { rule } from "./rule.ts";

/** Silent where a score recodes the item: the structural value is given in the recoded metric. */
export default rule({
  code: "skipped-outside-range",
  severity: "warning",
  summary: "The score of an item that was not asked is one that no answer to it gives.",
  looksAt: "item",
  needs: ({ value: item }) => item.skipped !== undefined,
  *check(part, context) {
    const outside = skippedOutside(part.value, context);
    if (!outside) return;
    const { least, most, skipped } = outside;
    yield {
      at: context.at.value(part.value, "skipped"),
      message: `${skipped.toString()} lies outside of what an answer scores (${least?.toString() ?? "…"} to ${most?.toString() ?? "…"})`,
    };
  },
});
