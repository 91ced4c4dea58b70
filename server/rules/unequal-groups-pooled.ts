import { writtenRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "unequal-groups-pooled",
  severity: "warning",
  summary: "Groups of very different size are pooled, so that the largest decides alone.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { panel } = part.value;
    const sizes = panel.groups
      .values()
      .flatMap(({ id, target, minimum }) => ((target ?? minimum) ? [{ id, size: target ?? minimum ?? 0 }] : []));
    const [smallest, largest] = [sizes.toSorted((a, b) => a.size - b.size)[0], sizes.toSorted((a, b) => b.size - a.size)[0]];
    if (!smallest || !largest || largest.size <= 3 * smallest.size) return;
    for (const consensus of writtenRules(part.value))
      if (consensus.scope === "pooled")
        yield {
          at: at.value(consensus, "scope"),
          message: `"${largest.id}" (${largest.size}) outweighs "${smallest.id}" (${smallest.size}) more than three times: all together are nearly "${largest.id}" alone`,
        };
  },
});
