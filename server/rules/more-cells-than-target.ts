import { instrumentOfPhase } from "../model/study.ts";
import { cellsOf } from "../study/variation.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "more-cells-than-target",
  severity: "warning",
  summary: "People are to differ in more ways than there are people.",
  looksAt: "study",
  *check(part, context) {
    for (const sample of part.value.sampling.values()) {
      const instrument = instrumentOfPhase(part.value, sample.from);
      if (!instrument || sample.target === undefined) continue;
      const { counts, product } = cellsOf(instrument, sample);
      if (product <= sample.target) continue;
      yield {
        at: context.at.key(sample, "varyBy"),
        message: `${counts.map(({ variation, count }) => `${variation.name} (${count})`).join(" x ")} make ${product} kinds of people for ${sample.target} people`,
      };
    }
  },
});
