import { usedConsents } from "../study/phases.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "unused-consent",
  severity: "warning",
  summary: "People are asked to agree to something that the study does not do.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    if (study.documents.values().some(({ document }) => !document)) return;
    const used = usedConsents(study);
    for (const consent of study.consents.values()) {
      if (consent.kind === "required" || used.has(consent.id)) continue;
      if (study.waves && /contact|follow|again|wave|later/i.test(`${consent.id} ${consent.label?.own ?? ""}`)) continue;
      yield { at: context.at.name(consent), message: `nothing in the study needs the consent "${consent.id}"` };
    }
  },
});
