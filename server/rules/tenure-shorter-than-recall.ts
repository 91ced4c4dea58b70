import { recallBeyondService } from "../evidence/studyRecall.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "tenure-shorter-than-recall",
  severity: "warning",
  summary: "People are asked about a time in which they were not in the job.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    const items = study.minimumService ? recallBeyondService(study, study.minimumService) : [];
    const [first] = items;
    if (!first || !study.minimumService) return;
    yield {
      at: context.at.value(study, "minimumService"),
      message: `people with ${study.minimumService.text} in the job are asked about the ${first.period.text}${items.length > 1 ? ` (by ${items.length} items)` : ""}`,
      related: items.map(({ item }) => ({ at: context.at.name(item), message: item.stem?.own ?? item.id })),
    };
  },
});
