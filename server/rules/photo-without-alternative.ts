import { rule } from "./rule.ts";

export default rule({
  code: "photo-without-alternative",
  severity: "warning",
  summary: "People who bring no photograph cannot take part.",
  looksAt: "guide",
  *check(part, context) {
    const { photos } = part.value;
    if (!photos || photos.alternative !== undefined) return;
    yield { at: context.at.name(photos), message: `nothing is said of people who bring no photograph: add "alternative"` };
  },
});
