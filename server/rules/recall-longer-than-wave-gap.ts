import { repeatedRecall } from "../evidence/studyRecall.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "recall-longer-than-wave-gap",
  severity: "warning",
  summary: "People are asked again about a time that they have reported already.",
  looksAt: "study",
  *check(part, context) {
    for (const { wave, before, gap, items } of repeatedRecall(part.value)) {
      const [first] = items;
      if (!first) continue;
      const others = items.length > 1 ? ` and ${items.length - 1} more` : "";
      yield {
        at: context.at.value(wave, "after"),
        message: `"${first.item.id}"${others} asks about the ${first.period.text}, and "${before.id}" was ${gap} days before: part of that time is reported twice`,
        related: items.map(({ item }) => ({ at: context.at.name(item), message: item.stem?.own ?? item.id })),
      };
    }
  },
});
