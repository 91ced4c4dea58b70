import { isContact } from "../evidence/contact.ts";
import { instrumentOf } from "../model/study.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "contact-in-response-file",
  severity: "error",
  summary: "Names, addresses or numbers to reach people by stand beside their answers.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    const seen = new Set<string>();
    const places = [
      ...study.sampling.values().map((sample) => ({
        document: sample.from === undefined ? undefined : study.phases.get(sample.from)?.document,
        at: context.at.value(sample, "from"),
      })),
      ...(study.waves ? [{ document: study.waves.document, at: context.at.value(study.waves, "document") }] : []),
    ];
    for (const { document, at } of places) {
      if (document === undefined || seen.has(document)) continue;
      seen.add(document);
      const items = instrumentOf(study, document)?.items.values().filter(isContact) ?? [];
      if (items.length === 0) continue;
      yield {
        at,
        message: `"${document}" keeps ${items.map(({ id }) => `"${id}"`).join(", ")} beside the answers: ask for it in a file of its own`,
        related: items.map((item) => ({ at: context.at.name(item), message: item.stem?.own ?? item.id })),
      };
    }
  },
});
