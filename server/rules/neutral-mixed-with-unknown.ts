import { familyOf, tidy } from "../evidence/answerLabels.ts";
import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { writesChoice } from "../evidence/needs.ts";
import { scoreOf, writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

/** "Not sure" in the middle of a scale with two sides, and labels that say both at once. */
export default rule({
  code: "neutral-mixed-with-unknown",
  severity: "warning",
  summary: "The middle of a scale also stands for people who do not know.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  yieldsTo: ["missing-code-in-range"],
  *check(part, { at, language }) {
    const response = writtenResponse(part);
    const lexicon = lexiconOf(language);
    if (!lexicon || response?.type !== "choice") return;
    const answers = response.options.filter((option) => !option.missing);
    const known = familyOf(answers.map((option) => option.label?.own ?? ""));
    if (known?.family.neutral === undefined) return;
    for (const [i, option] of answers.entries()) {
      const isInside = i > 0 && i < answers.length - 1;
      if (!option.label || !isInside || !scoreOf(option) || !lexicon.unsureOption.test(tidy(option.label.own))) continue;
      yield {
        at: at.value(option, "label"),
        message: `"${option.label.own}" counts as the middle of the scale: people who do not know are not in between`,
      };
    }
  },
});
