import { familyOf } from "../evidence/answerLabels.ts";
import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Response } from "../model/instrument.ts";
import { stepOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "option-count",
  severity: "info",
  summary: "A rating has fewer than 4 or more than 11 points.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at }) {
    const response = writtenResponse(part);
    const points = response && pointsOf(response);
    if (!response || points === undefined || (points >= 4 && points <= 11)) return;
    yield {
      at: at.key(response, response.type === "rating" ? "to" : "options"),
      message: `this rating has ${points} points: ${points < 4 ? "fewer than 4 tell few people apart" : "more than 11 are more than people tell apart"}`,
    };
  },
});

function pointsOf(response: Response): number | undefined {
  if (response.type === "rating") {
    const step = stepOf(response);
    if (!response.from || !response.to || !step || step.s <= 0n || response.to.compare(response.from) < 0) return undefined;
    return response.to.sub(response.from).div(step).floor().add(1).valueOf();
  }
  if (response.type !== "choice") return undefined;
  const answers = response.options.filter((option) => !option.missing);
  const known = familyOf(answers.map((option) => option.label?.own ?? ""));
  return known?.strengths.every((strength) => strength !== undefined) ? answers.length : undefined;
}
