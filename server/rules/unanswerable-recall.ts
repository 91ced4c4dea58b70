import { itemPeriod } from "../evidence/itemPeriod.ts";
import { stemsOf } from "../evidence/itemWording.ts";
import { phraseIn } from "../evidence/wording.ts";
import { responseOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Everyday things are remembered one by one for days, not for half a year. */
const LONGEST = 180;

export default rule({
  code: "unanswerable-recall",
  severity: "info",
  summary: "An item asks for a count of everyday things over a time that nobody remembers so well.",
  looksAt: "item",
  applies: ({ value: item }, { instrument }) => {
    const type = responseOf(instrument, item)?.type;
    return type === "integer" || type === "decimal";
  },
  *check(part, context) {
    for (const stem of stemsOf(part, context)) {
      const found = phraseIn(stem, stem.lexicon.unanswerable);
      const time = found && itemPeriod(part.value, context);
      if (found && time?.period.direction === "past" && time.period.days >= LONGEST)
        yield {
          at: found.at,
          message: `nobody can count "${found.words}" over the ${time.period.text}: ask about a shorter time, or a usual week`,
        };
    }
  },
});
