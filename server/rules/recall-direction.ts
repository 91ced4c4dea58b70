import { recallPeriod, sectionPeriod, stemPeriod } from "../evidence/itemPeriod.ts";
import { phraseIn, wordingsOf } from "../evidence/wording.ts";
import type { PartOf } from "../model/parts.ts";
import { type Context, type Finding, rule } from "./rule.ts";

export default rule({
  code: "recall-direction",
  severity: "error",
  summary: "An item asks about the past in the words of the future, or the other way round.",
  looksAt: "item",
  check(part, context) {
    for (const stem of wordingsOf(part.value, "stem", context)) {
      const found = phraseIn(stem, stem.lexicon.wrongTime);
      if (found) return [{ at: found.at, message: `"${found.words}" ${found.why}` }];
    }
    return part.value.recall === undefined ? [] : againstRecall(part, context);
  },
});

function againstRecall(part: PartOf<"item">, context: Context): readonly Finding[] {
  const recall = recallPeriod(part.value, context);
  if (!recall) return [];
  const asked = stemPeriod(part.value, context) ?? sectionPeriod(part.value, context);
  const { direction, text } = recall.period;
  if (!asked) {
    const other = direction === "past" ? "future" : "past";
    const tells = wordingsOf(part.value, "stem", context).some(({ text: words, lexicon }) => lexicon.asksOf[other].test(words));
    return tells ? [{ at: recall.at, message: `"recall" is ${text}, and the item asks about the ${other}` }] : [];
  }
  if (asked.period.direction === direction) return [];
  return [
    {
      at: recall.at,
      message: `"recall" is ${text}, and the item asks about the ${asked.period.text}`,
      related: [{ at: asked.at, message: `what is asked: ${asked.period.text}` }],
    },
  ];
}
