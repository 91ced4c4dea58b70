import { labelRanges } from "../evidence/labelRanges.ts";
import { writesChoice } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "range-gap",
  severity: "warning",
  summary: "A value between two options belongs to neither, such as 25 between 18–24 and 26–30.",
  looksAt: ["response", "item", "section"],
  needs: writesChoice,
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (response?.type !== "choice") return;
    const { ranges, step } = labelRanges(response);
    for (const [i, range] of ranges.entries()) {
      const before = ranges[i - 1];
      if (!before?.last || !range.first) continue;
      const [from, to] = [before.last.add(step), range.first.sub(step)];
      if (from.compare(to) > 0) continue;
      const values = from.equals(to) ? `${from.toString()} belongs` : `values from ${from.toString()} to ${to.toString()} belong`;
      yield {
        at: at.value(range.option, "label"),
        message: `${values} neither to "${before.option.label?.own}" nor to "${range.option.label?.own}"`,
        related: [{ at: at.value(before.option, "label"), message: `"${before.option.label?.own}"` }],
      };
    }
  },
});
