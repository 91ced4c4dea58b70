import { rule } from "./rule.ts";

export default rule({
  code: "photo-without-safeguard",
  severity: "warning",
  summary: "People bring photographs, and nothing protects those who are in them.",
  looksAt: "guide",
  *check(part, context) {
    const { photos } = part.value;
    if (!photos) return;
    const { safeguards } = photos;
    const said = safeguards && (safeguards.redact !== undefined || safeguards.identifiablePeople === false);
    if (said) return;
    yield {
      at: safeguards ? context.at.name(safeguards) : context.at.name(photos),
      message: safeguards
        ? `photographs may show people who can be recognised, and nothing is done about it: add "identifiable_people: false" or "redact"`
        : `nothing protects the people in the photographs: add "safeguards"`,
    };
  },
});
