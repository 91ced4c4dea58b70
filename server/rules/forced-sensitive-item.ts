import { isOfKind } from "../evidence/inSection.ts";
import { responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "forced-sensitive-item",
  severity: "warning",
  summary: "A sensitive item must be answered, and there is no way to decline.",
  looksAt: "item",
  needs: ({ value: item }) => item.privacy === "special_category",
  *check({ value: item }, context) {
    if (item.require !== true || item.privacy !== "special_category" || isOfKind(context, item, "consent")) return;
    const response = responseOf(context.instrument, item);
    if (!response || response.unable || response.options.some((option) => option.missing)) return;
    yield {
      at: context.at.value(item, "require"),
      message: `this item of a special category must be answered: make it optional, or add an option such as "Prefer not to say" with "missing: true"`,
    };
  },
});
