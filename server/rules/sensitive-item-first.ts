import { isOfKind } from "../evidence/inSection.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "sensitive-item-first",
  severity: "warning",
  summary: "The first thing that is asked is sensitive.",
  looksAt: "item",
  needs: ({ value: item }) => item.privacy === "special_category",
  *check({ value: item }, context) {
    const { instrument, at, verbatim } = context;
    if (item.privacy !== "special_category" || verbatim) return;
    const ids = instrument.items.ids();
    for (const [i, id] of ids.entries()) {
      const first = instrument.items.get(id);
      if (first && isOfKind(context, first, "consent", "screening")) continue;
      if (first === item && i + 1 < ids.length)
        yield { at: at.name(item), message: `the survey begins with "${item.id}", which is sensitive: begin with what is easy to answer` };
      return;
    }
  },
});
