import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import type { PossibleRange } from "../scoring/range.ts";
import { rule } from "./rule.ts";

/** Outside, nobody or everybody is beyond the cut-off. On an end of the range it may be meant. */
export default rule({
  code: "cut-off-outside-range",
  severity: "error",
  summary: "A cut-off lies outside what the score can be.",
  looksAt: "score",
  needs: ({ value: score }) => score.cutOffs.length > 0,
  yieldsTo: ["declared-range-wrong"],
  *check({ value: score }, { at, possibleRange }) {
    const possible = score.cutOffs.length === 0 ? undefined : possibleRange(score.id);
    if (!possible || (possible.min === undefined && possible.max === undefined)) return;
    for (const cutOff of score.cutOffs) {
      const side = sideOf(cutOff.at, possible);
      if (side === undefined) continue;
      yield {
        at: at.value(cutOff, "at"),
        message: `"${cutOff.name}" is at ${printExact(cutOff.at)}, and "${score.id}" runs ${shown(possible)}: ${side}`,
      };
    }
  },
});

function sideOf(value: Exact, { min, max }: PossibleRange): string | undefined {
  if (max && value.compare(max) > 0) return "no score reaches it";
  if (min && value.compare(min) < 0) return "every score is above it";
  return undefined;
}

const shown = ({ min, max }: PossibleRange) =>
  `from ${min ? printExact(min) : "no lower end"} to ${max ? printExact(max) : "no upper end"}`;
