import { saysNoAnswer } from "../evidence/answerLabels.ts";
import { holdsResponse } from "../evidence/needs.ts";
import { heldResponse, isScoredOn, scoreOf } from "../evidence/writtenResponse.ts";
import type { Option } from "../model/instrument.ts";
import { fieldOf } from "../model/origins.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "missing-code-in-range",
  severity: "error",
  summary: 'A code for "no answer" counts as an answer in a score.',
  looksAt: ["response", "item", "section"],
  needs: holdsResponse,
  *check(part, context) {
    const response = heldResponse(part);
    if (!response || response.type === "multiple") return;
    const answers = response.options.filter((option) => !option.missing && scoreOf(option));
    const suspects = answers.filter((option) => isNoAnswer(option, answers));
    if (suspects.length === 0 || answers.length - suspects.length < 2 || !isScoredOn(part, context)) return;
    for (const option of suspects) {
      const value = scoreOf(option)?.toFraction();
      const said = option.label ? `"${option.label.own}"` : `code ${option.code}`;
      const label = fieldOf(option, "label");
      const short =
        label?.value.kind === "scalar" && label.name === "label" && label.key.kind === "scalar" && label.key.text === option.code;
      const at = short && label ? placeIn(label.segment, label.value) : undefined;
      yield {
        at: context.at.name(option),
        message: `${said} counts as ${value} in every score: mark it with "missing: true"`,
        fixes: at
          ? [
              {
                title: "Mark the option as missing",
                safe: false,
                edits: [{ at, newText: `{label: ${at.segment.text.slice(at.start, at.end)}, missing: true}` }],
              },
            ]
          : [],
      };
    }
  },
});

const CONVENTIONAL = /^-?(?:[789]|77|88|9[6-9]|77[0-9]|88[0-9]|99[0-9]|9999)$/;

/** A label that says so, or a conventional code (9, 99, -9 …) that stands far from all the others. */
function isNoAnswer(option: Option, answers: readonly Option[]): boolean {
  if (option.label && saysNoAnswer(option.label.own)) return true;
  if (option.score !== undefined || !option.number || !CONVENTIONAL.test(option.code)) return false;
  const code = option.number;
  const others = answers.filter((other) => other !== option && !CONVENTIONAL.test(other.code)).flatMap((other) => other.number ?? []);
  const sorted = others.sort((a, b) => a.compare(b));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (!low || !high || sorted.length < 3) return false;
  const width = high.sub(low);
  return code.compare(high.add(width)) >= 0 || (code.s < 0n && code.compare(low.sub(width)) <= 0 && low.s >= 0n);
}
