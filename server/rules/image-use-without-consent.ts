import { rule } from "./rule.ts";

export default rule({
  code: "image-use-without-consent",
  severity: "error",
  summary: "Photographs are published with a consent that nobody is asked for.",
  looksAt: "guide",
  *check(part, context) {
    const { photos, consent } = part.value;
    const needs = photos?.safeguards?.publishNeeds;
    if (!photos?.safeguards || needs === undefined || consent.includes(needs)) return;
    yield {
      at: context.at.value(photos.safeguards, "publishNeeds"),
      message: `a photograph is published with the consent "${needs}", which is not among the consents`,
    };
  },
});
