import type { CutOff } from "../model/instrument.ts";
import { rule } from "./rule.ts";

/** Only where the name of the cut-off and the direction of the score speak of the same thing. */
export default rule({
  code: "cut-off-against-direction",
  severity: "warning",
  summary: "A cut-off points the other way than the score.",
  looksAt: "score",
  needs: ({ value: score }) => score.cutOffs.length > 0,
  *check({ value: score }, { at, language }) {
    const higher = score.higher?.own.toLowerCase();
    if (higher === undefined || !(language === undefined || language.startsWith("en"))) return;
    const direction = MORE.test(higher) ? 1 : LESS.test(higher) ? -1 : 0;
    if (direction === 0) return;
    const topics = stems(higher);
    for (const cutOff of score.cutOffs) {
      const words = cutOff.name.split("_");
      if (words.some((word) => OWN_DIRECTION.test(word)) || !stems(words.join(" ")).some((stem) => topics.includes(stem))) continue;
      const side = SIDES[cutOff.comparison];
      if (side === 0 || side === direction) continue;
      yield {
        at: at.name(cutOff),
        message: `a higher "${score.id}" means ${score.higher?.own}, and "${cutOff.name}" is where it is ${side > 0 ? "high" : "low"}`,
      };
    }
  },
});

const SIDES: Record<CutOff["comparison"], -1 | 0 | 1> = { at_least: 1, above: 1, at_most: -1, below: -1, equals: 0 };

const MORE = /^(?:more|higher|greater|stronger|worse|heavier|severer|further)\b/;
const LESS = /^(?:less|fewer|lower|weaker|lighter)\b/;

/** Such a cut-off says itself which end it means. */
const OWN_DIRECTION =
  /^(?:no|not|non|none|low|lower|little|few|less|poor|good|better|free|without|absent|normal|healthy|remission|recovered|well)$/;

const stems = (text: string): string[] =>
  (text.match(/[a-z]{6,}/g) ?? []).map((word) => word.slice(0, 6)).filter((stem) => !COMMON.has(stem));
const COMMON = new Set(["higher", "greate", "strong", "severe", "heavie", "lighte", "furthe", "sympto", "proble", "percei"]);
