import { recallPeriod, sectionPeriod, stemPeriod } from "../evidence/itemPeriod.ts";
import { phraseIn, wordingsOf } from "../evidence/wording.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "recall-direction",
  severity: "error",
  summary: "An item asks about the past in the words of the future, or the other way round.",
  looksAt: "item",
  *check(part, context) {
    for (const stem of wordingsOf(part.value, "stem", context)) {
      const found = phraseIn(stem, stem.lexicon.wrongTime);
      if (!found) continue;
      yield { at: found.at, message: `"${found.words}" ${found.why}` };
      return;
    }
    const recall = recallPeriod(part.value, context);
    const asked = recall && (stemPeriod(part.value, context) ?? sectionPeriod(part.value, context));
    if (recall && !asked) {
      const { direction, text } = recall.period;
      const other = direction === "past" ? "future" : "past";
      const tells = wordingsOf(part.value, "stem", context).some(({ text: words, lexicon }) => lexicon.asksOf[other].test(words));
      if (tells) yield { at: recall.at, message: `"recall" is ${text}, and the item asks about the ${other}` };
    }
    if (!recall || !asked || asked.period.direction === recall.period.direction) return;
    yield {
      at: recall.at,
      message: `"recall" is ${recall.period.text}, and the item asks about the ${asked.period.text}`,
      related: [{ at: asked.at, message: `what is asked: ${asked.period.text}` }],
    };
  },
});
