import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "cut-off-on-attainable-boundary",
  severity: "info",
  summary: "A score can be exactly on a cut-off.",
  looksAt: "score",
  needs: ({ value: score }) => score.cutOffs.length > 0,
  *check({ value: score }, { at, possibleRange }) {
    const possible = score.cutOffs.length === 0 ? undefined : possibleRange(score.id);
    for (const cutOff of possible ? score.cutOffs : []) {
      const other = OTHER[cutOff.comparison];
      const end = { value: cutOff.at, open: false };
      if (other === undefined || possible?.reaches(end, end).possible !== "yes") continue;
      const included = cutOff.comparison === "at_least" || cutOff.comparison === "at_most";
      yield {
        at: at.value(cutOff, "at"),
        message: `"${score.id}" can be exactly ${printExact(cutOff.at)}, which ${included ? "counts" : "does not count"} as "${cutOff.name}"; with "${other}" it would ${included ? "not" : "count"}`,
      };
    }
  },
});

const OTHER: Record<string, string | undefined> = { at_least: "above", above: "at_least", at_most: "below", below: "at_most" };
