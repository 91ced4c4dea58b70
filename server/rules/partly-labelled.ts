import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Response } from "../model/instrument.ts";
import { stepOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Options are labelled all or not at all; a rating at its ends, at its ends and its middle, or at each point. */
export default rule({
  code: "partly-labelled",
  severity: "info",
  summary: "Some points of a scale have a label and others have none.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (!response) return;
    if (response.type === "rating") {
      const message = anchorsAmiss(response);
      if (message !== undefined) yield { at: at.key(response, "anchors"), message };
      return;
    }
    if (response.type !== "choice") return;
    const answers = response.options.filter((option) => !option.missing);
    const bare = answers.filter((option) => !option.label || option.label.own.trim() === "" || option.label.own === option.code);
    const [first] = bare;
    if (!first || bare.length === answers.length) return;
    yield {
      at: at.name(first),
      message: `${bare.map(({ code }) => code).join(", ")} ${bare.length === 1 ? "has" : "have"} no label, and the other options have one`,
    };
  },
});

function anchorsAmiss(response: Response): string | undefined {
  const { from, to, anchors } = response;
  const step = stepOf(response);
  if (!from || !to || !step || step.s <= 0n || anchors.size === 0) return undefined;
  const points = to.sub(from).div(step).floor().add(1).valueOf();
  const isAnchored = (code: string) => anchors.has(code);
  const [low, high] = [isAnchored(from.toString()), isAnchored(to.toString())];
  if (low !== high) return `only one end of the scale has a label: ${(low ? to : from).toString()} has none`;
  return anchors.size > 3 && anchors.size < points ? `${anchors.size} of ${points} points have a label` : undefined;
}
