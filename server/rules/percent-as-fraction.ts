import { measuredOf } from "../delphi/measuredIn.ts";
import { writtenRules } from "../evidence/studyRules.ts";
import type { Comparison } from "../model/delphi.ts";
import { ONE, ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { type Finding, rule } from "./rule.ts";

/** No panel is so large that a share of less than one in a hundred is a rule of consensus. */
export default rule({
  code: "percent-as-fraction",
  severity: "warning",
  summary: "A percentage is written as a fraction: 0.7 where 70 is meant.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { stability } = part.value;
    const measured = writtenRules(part.value).flatMap((rules) => measuredOf(rules));
    const shares = measured.flatMap((one) => (one.kind === "percent_in" || one.kind === "percent_within" ? [one.compare] : []));
    const all = stability?.compare && stability.measure.startsWith("percent") ? [...shares, stability.compare] : shares;
    for (const compare of all) if (isFraction(compare)) yield fraction(compare);

    function fraction(compare: Comparison): Finding {
      const meant = printExact(compare.at.mul(100));
      return {
        at: at.whole(compare),
        message: `percentages run from 0 to 100: this is ${printExact(compare.at)}%; did you mean ${meant}?`,
      };
    }
  },
});

const isFraction = ({ at }: Comparison): boolean => at.compare(ZERO) > 0 && at.compare(ONE) <= 0;
