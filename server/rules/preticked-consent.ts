import { isOfKind } from "../evidence/inSection.ts";
import { itemsOn } from "../evidence/itemsOn.ts";
import { heldResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "preticked-consent",
  severity: "error",
  summary: "An option of a consent is ticked beforehand.",
  looksAt: ["response", "item", "section"],
  needs: (part) => heldResponse(part)?.options.some((option) => option.preselected) === true,
  *check(part, context) {
    const ticked = heldResponse(part)?.options.filter((option) => option.preselected) ?? [];
    if (ticked.length === 0) return;
    const item = itemsOn(part, context).find((one) => isOfKind(context, one, "consent"));
    if (!item) return;
    for (const option of ticked)
      yield {
        at: context.at.key(option, "preselected"),
        message: `"${option.label?.own ?? option.code}" is ticked beforehand in the consent "${item.id}": silence is no consent`,
      };
  },
});
