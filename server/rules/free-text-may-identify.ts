import { sectionsAround } from "../evidence/inSection.ts";
import { stemsOf } from "../evidence/itemWording.ts";
import { spokenTexts } from "../evidence/wording.ts";
import { responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "free-text-may-identify",
  severity: "info",
  summary: "People may name themselves or others in a free text.",
  looksAt: "item",
  needs: ({ value: item }) => item.privacy === undefined,
  *check(part, context) {
    const item = part.value;
    if (item.privacy !== undefined || responseOf(context.instrument, item)?.type !== "text") return;
    const [stem] = stemsOf(part, context);
    if (!stem) return;
    const texts = [
      stem,
      ...spokenTexts(item, "help", context.language),
      ...sectionsAround(context, item.section).flatMap((section) => spokenTexts(section, "text", context.language)),
    ];
    if (texts.some(({ text, lexicon }) => lexicon.warnsOfNames.some(({ find }) => find.test(text)))) return;
    yield { at: stem.place(), message: "people may name somebody here: ask them not to, or give the item a privacy" };
  },
});
