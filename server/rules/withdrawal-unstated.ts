import { rule } from "./rule.ts";

export default rule({
  code: "withdrawal-unstated",
  severity: "warning",
  summary: "A consent does not say how long, and with what effect, it can be taken back.",
  looksAt: "study",
  *check(part, context) {
    for (const consent of part.value.consents.values())
      if (consent.withdraw === undefined)
        yield { at: context.at.name(consent), message: `nothing says until when "${consent.id}" can be taken back: add "withdraw"` };
  },
});
