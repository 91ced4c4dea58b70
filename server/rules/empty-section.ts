import { MARKS } from "../evidence/marks.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "empty-section",
  severity: "warning",
  summary: "A section that holds no item and says nothing.",
  looksAt: "section",
  *check({ id, value: section }, { at, marked }) {
    if (section.text !== undefined || section.include !== undefined) return;
    if (marked(MARKS.inSection(id)).length > 0 || marked(MARKS.sectionsIn(id)).length > 0) return;
    yield { at: at.name(section), message: `section "${id}" holds no item: whoever comes to it sees nothing to answer` };
  },
});
