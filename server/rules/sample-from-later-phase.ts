import { comesAfter } from "../study/phases.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "sample-from-later-phase",
  severity: "error",
  summary: "People are chosen from a phase that has not happened yet.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    for (const sample of study.sampling.values()) {
      const { from, to } = sample;
      if (from === undefined || to === undefined || !study.phases.has(from) || !study.phases.has(to)) continue;
      if (from !== to && (!comesAfter(study, from, to) || comesAfter(study, to, from))) continue;
      yield {
        at: context.at.value(sample, "from"),
        message:
          from === to
            ? `people of "${from}" are invited to "${to}" itself`
            : `"${from}" comes after "${to}", whose people are chosen from it`,
      };
    }
  },
});
