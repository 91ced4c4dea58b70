import { sectionsAround } from "../evidence/inSection.ts";
import { stemsOf } from "../evidence/itemWording.ts";
import { MARKS } from "../evidence/marks.ts";
import { responseKind } from "../evidence/responseKind.ts";
import { kindOf, spokenTexts } from "../evidence/wording.ts";
import { responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Where the items of a section share its response, once for the section: its text is the place to say the period. */
export default rule({
  code: "no-reference-period",
  severity: "info",
  summary: "An item asks how often, and not in what time.",
  looksAt: "item",
  needs: ({ value: item }) => item.recall === undefined,
  *check(part, context) {
    const item = part.value;
    const [stem] = stemsOf(part, context);
    if (!stem || item.recall !== undefined) return;
    const { lexicon } = stem;
    const response = responseOf(context.instrument, item);
    const asks = kindOf(stem) === "frequency";
    if (!asks && (!response || responseKind(response, lexicon) !== "frequency")) return;
    if (!asks && item.response === undefined && context.marked(MARKS.inSection(item.section))[0] !== item.id) return;
    const texts = [
      stem,
      ...spokenTexts(item, "help", context.language),
      ...sectionsAround(context, item.section).flatMap((section) => [
        ...spokenTexts(section, "title", context.language),
        ...spokenTexts(section, "text", context.language),
      ]),
    ];
    if (texts.some((one) => lexicon.hasTime(one.text))) return;
    yield { at: stem.place(), message: `this asks how often, and not in what time: say, for example, "in the past 4 weeks"` };
  },
});
