import { describeCriterion } from "../delphi/describeCriterion.ts";
import { measuredIn } from "../delphi/measuredIn.ts";
import type { Measured } from "../model/delphi.ts";
import { equal } from "../number/arithmetic.ts";
import { ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "threshold-changes-between-rounds",
  severity: "info",
  summary: "A round decides by another number than the study.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus, rounds } = part.value;
    for (const round of rounds)
      for (const side of ["include", "exclude"] as const)
        for (const criterion of measuredIn(round.consensus?.[side])) {
          if (!("compare" in criterion)) continue;
          const before = measuredIn(consensus?.[side]).find((one) => "compare" in one && sameButNumber(one, criterion));
          if (!before || !("compare" in before) || equal(before.compare.at, criterion.compare.at)) continue;
          yield {
            at: at.whole(criterion.compare),
            message: `after round ${round.number} it is ${printExact(criterion.compare.at)}, otherwise ${printExact(before.compare.at)}: say so where the rule is reported`,
            related: [{ at: at.whole(before.compare), message: "the number of the study" }],
          };
        }
  },
});

/** Whether two criteria measure and compare the same thing. */
function sameButNumber(one: Measured, other: Measured): boolean {
  const plain = (criterion: Measured) =>
    "compare" in criterion ? describeCriterion({ ...criterion, compare: { ...criterion.compare, at: ZERO } }) : "";
  return plain(one) === plain(other);
}
