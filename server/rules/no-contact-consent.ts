import { rule } from "./rule.ts";

export default rule({
  code: "no-contact-consent",
  severity: "error",
  summary: "People are invited who were not asked whether they may be.",
  looksAt: "study",
  *check(part, context) {
    for (const sample of part.value.sampling.values())
      if (sample.consent === undefined)
        yield {
          at: context.at.name(sample),
          message: `"${sample.id}" does not say by which consent people may be contacted: add "consent"`,
        };
  },
});
