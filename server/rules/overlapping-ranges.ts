import { labelRanges } from "../evidence/labelRanges.ts";
import { writesChoice } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "overlapping-ranges",
  severity: "error",
  summary: "A value belongs to two options, such as 25 to both 18–25 and 25–30.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (response?.type !== "choice") return;
    const { ranges } = labelRanges(response);
    for (const [i, range] of ranges.entries()) {
      const before = ranges[i - 1];
      if (!before || !range.first || (before.last && before.last.compare(range.first) < 0)) continue;
      yield {
        at: at.value(range.option, "label"),
        message: `${range.first.toFraction()} belongs to "${before.option.label?.own}" and to "${range.option.label?.own}"`,
        related: [{ at: at.value(before.option, "label"), message: `"${before.option.label?.own}"` }],
      };
    }
  },
});
