import { rangeIfAsked } from "../evidence/lostWhereHidden.ts";
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
  *check({ value: score }, context) {
    const { at, possibleRange } = context;
    const possible = score.cutOffs.length === 0 ? undefined : possibleRange(score.id);
    if (!possible || (possible.min === undefined && possible.max === undefined)) return;
    for (const cutOff of score.cutOffs) {
      const side = sideOf(cutOff.at, possible);
      const asked = side === undefined ? undefined : rangeIfAsked(score, context);
      if (side === undefined || (asked && sideOf(cutOff.at, asked) === undefined)) continue;
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
