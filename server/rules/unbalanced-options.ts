import { familyOf } from "../evidence/answerLabels.ts";
import { writesChoice } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "unbalanced-options",
  severity: "warning",
  summary: "A scale has more options on one side than on the other.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (response?.type !== "choice") return;
    const answers = response.options.filter((option) => !option.missing);
    const known = familyOf(answers.map((option) => option.label?.own ?? ""));
    const neutral = known?.family.neutral;
    if (!known || neutral === undefined || known.strengths.some((strength) => strength === undefined)) return;
    const [above, below] = [1, -1].map((side) => known.strengths.filter((strength) => ((strength ?? 0) - neutral) * side > 0).length);
    if (above === undefined || below === undefined || above === below) return;
    yield {
      at: at.key(response, "options"),
      message: `${count(above)} on the positive side and ${below} on the negative side: answers are drawn to the longer one`,
    };
  },
});

const count = (number: number) => (number === 1 ? "1 option is" : `${number} options are`);
