import { linkedInstruments } from "../study/phases.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "identifier-exported",
  severity: "error",
  summary: "What names a person leaves with the joined data.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    for (const link of study.linkage.values()) {
      const apart = new Set([...link.key, ...link.remove, ...link.coarsen.filter(({ to }) => to === "drop").map(({ name }) => name)]);
      const items = linkedInstruments(study, link).flatMap((instrument) =>
        instrument.items.values().filter(({ id, privacy }) => privacy === "direct_identifier" && !apart.has(id)),
      );
      if (items.length === 0) continue;
      yield {
        at: context.at.key(link, "remove"),
        message: `${items.map(({ id }) => `"${id}"`).join(", ")} ${items.length === 1 ? "names" : "name"} a person and ${items.length === 1 ? "leaves" : "leave"} with the data of "${link.id}": add ${items.length === 1 ? "it" : "them"} to "remove"`,
        related: items.map((item) => ({ at: context.at.name(item), message: item.stem?.own ?? item.id })),
      };
    }
  },
});
