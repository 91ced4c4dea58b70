import { rule } from "./rule.ts";

export default rule({
  code: "quotation-without-consent",
  severity: "error",
  summary: "What people say is to be quoted, and they are not asked whether they agree.",
  looksAt: "guide",
  *check(part, context) {
    const { recording, consent } = part.value;
    if (!recording?.quote || consent.some((id) => /quot/.test(id))) return;
    yield { at: context.at.value(recording, "quote"), message: `people are quoted, and "quotation" is not among the consents` };
  },
});
