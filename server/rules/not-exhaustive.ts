import { familyOf } from "../evidence/answerLabels.ts";
import { itemsOn } from "../evidence/itemsOn.ts";
import { labelRanges } from "../evidence/labelRanges.ts";
import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { holdsChoices } from "../evidence/needs.ts";
import { heldResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "not-exhaustive",
  severity: "info",
  summary: "A list of kinds has no option for people whom none of them fits.",
  looksAt: ["response", "item", "section"],
  needs: holdsChoices,
  *check(part, context) {
    const { at, language } = context;
    const response = heldResponse(part);
    const lexicon = lexiconOf(language);
    if (!lexicon || (response?.type !== "choice" && response?.type !== "multiple")) return;
    const { options } = response;
    const labels = options.map((option) => option.label?.own ?? "");
    const isOpen = options.some(
      (option, i) => option.other || option.exclusive || option.missing || lexicon.openOption.test(labels[i] ?? ""),
    );
    if (options.length < 3 || isOpen) return;
    // Numbers as codes, an order of strength, yes and no, or stretches of a quantity are no list of kinds.
    if (response.type === "choice") {
      const isScale = options.some((option) => option.number !== undefined || option.score !== undefined);
      const saysYesAndNo = lexicon.yesNo.every((word) => labels.some((label) => word.test(label)));
      if (isScale || saysYesAndNo || familyOf(labels) || labelRanges(response).ranges.length > 0) return;
    }
    // A question with a right answer has the options that it was made with.
    if (itemsOn(part, context).some(({ key }) => key !== undefined)) return;
    yield { at: at.key(response, "options"), message: `no option says "none of these" or "other": some people may find none that fits` };
  },
});
