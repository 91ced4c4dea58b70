import { stemsOf } from "../evidence/itemWording.ts";
import { hasStem } from "../evidence/needs.ts";
import { phraseIn } from "../evidence/wording.ts";
import { responseOf, routingOf } from "../model/resolve.ts";
import { type Finding, rule } from "./rule.ts";

export default rule({
  code: "presupposition-without-filter",
  severity: "info",
  summary: "An item takes for granted what is not true of everybody who is asked it.",
  looksAt: "item",
  needs: hasStem,
  check(part, context) {
    const { instrument } = context;
    const findings: Finding[] = [];
    for (const stem of stemsOf(part, context)) {
      const found = phraseIn(stem, stem.lexicon.presupposing);
      if (!found || routingOf(instrument, part.value).length > 0) continue;
      const options = responseOf(instrument, part.value)?.options ?? [];
      if (options.some((option) => option.missing || stem.lexicon.openOption.test(option.label?.own ?? ""))) continue;
      findings.push({ at: found.at, message: `"${found.words}" is not true of everybody: ask first, and give this item a "when"` });
    }
    return findings;
  },
});
