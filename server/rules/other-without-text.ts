import { itemsOn } from "../evidence/itemsOn.ts";
import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { holdsChoices } from "../evidence/needs.ts";
import { heldResponse } from "../evidence/writtenResponse.ts";
import type { PartOf } from "../model/parts.ts";
import { responseOf } from "../model/resolve.ts";
import type { Context } from "./rule.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "other-without-text",
  severity: "warning",
  summary: 'An option "Other" leaves no room to say what.',
  looksAt: ["response", "item", "section"],
  needs: holdsChoices,
  *check(part, context) {
    const response = heldResponse(part);
    const lexicon = lexiconOf(context.language);
    if (!lexicon || (response?.type !== "choice" && response?.type !== "multiple")) return;
    for (const option of response.options) {
      if (option.other || option.missing || !option.label || !lexicon.otherOption.test(option.label.own.trim())) continue;
      if (isAskedLater(part, context)) return;
      yield {
        at: context.at.value(option, "label"),
        message: `"${option.label.own}" has no text field: mark the option with "other: true"`,
      };
    }
  },
});

/** Whether a text is asked of those who ticked something here, in an item of its own. */
function isAskedLater(part: PartOf<"response" | "item" | "section">, context: Context): boolean {
  return itemsOn(part, context).some((item) =>
    context.users(item.id).some(({ kind, id }) => {
      const later = kind === "item" ? context.scoring.items.get(id) : undefined;
      return later?.when && responseOf(context.scoring, later)?.type === "text";
    }),
  );
}
