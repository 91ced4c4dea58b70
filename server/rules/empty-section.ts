import { rule } from "./rule.ts";

export default rule({
  code: "empty-section",
  severity: "warning",
  summary: "A section that holds no item and says nothing.",
  looksAt: "section",
  *check({ id, value: section }, { at, parts }) {
    if (section.text !== undefined || section.include !== undefined) return;
    if (parts().some((part) => part.parent === id && (part.kind === "item" || part.kind === "section"))) return;
    yield { at: at.name(section), message: `section "${id}" holds no item: whoever comes to it sees nothing to answer` };
  },
});
