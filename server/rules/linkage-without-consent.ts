import { rule } from "./rule.ts";

export default rule({
  code: "linkage-without-consent",
  severity: "error",
  summary: "Answers are joined with other data without a consent that people may decline.",
  looksAt: "study",
  *check(part, context) {
    const { linkage, consents } = part.value;
    for (const link of linkage.values()) {
      if (link.consent === undefined)
        yield { at: context.at.name(link), message: `"${link.id}" does not say by which consent the data are joined: add "consent"` };
      else if (consents.get(link.consent)?.kind === "required")
        yield {
          at: context.at.value(link, "consent"),
          message: `"${link.consent}" is required: nobody could take part without being linked`,
          related: [{ at: context.at.name(consents.get(link.consent) ?? link), message: `"${link.consent}"` }],
        };
    }
  },
});
