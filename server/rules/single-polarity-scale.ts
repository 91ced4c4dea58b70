import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { responseKind } from "../evidence/responseKind.ts";
import { wordedResponse } from "../evidence/wordedResponse.ts";
import { membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

const FEWEST = 4;

export default rule({
  code: "single-polarity-scale",
  severity: "info",
  summary: "All items of an agreement scale run the same way.",
  looksAt: "score",
  *check({ value: score }, context) {
    const { at, scoring, language, verbatim } = context;
    const lexicon = lexiconOf(language);
    if (!lexicon || verbatim || (score.method !== "sum" && score.method !== "mean")) return;
    const { members } = membersOf(scoring, score);
    if (members.length < FEWEST || members.some(({ reversed, recode }) => reversed || recode)) return;
    for (const { id } of members) {
      const response = wordedResponse(context, id);
      if (!response || responseKind(response, lexicon) !== "agreement") return;
    }
    yield {
      at: at.key(score, "entries"),
      message: `none of the ${members.length} items is reverse-keyed: people who agree with anything score as high as people who mean it`,
    };
  },
});
