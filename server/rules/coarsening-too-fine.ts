import { groupsAfter } from "../study/coarsen.ts";
import { linkedInstruments } from "../study/phases.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "coarsening-too-fine",
  severity: "error",
  summary: "The groups that data are made coarser to are smaller than the smallest group that is reported.",
  looksAt: "study",
  *check(part, context) {
    const study = part.value;
    for (const link of study.linkage.values()) {
      const instruments = linkedInstruments(study, link);
      const planned = study.metadata.planned ?? instruments.map(({ metadata }) => metadata.planned).find((n) => n !== undefined);
      if (planned === undefined || link.smallestGroup === undefined) continue;
      const counted = link.coarsen.flatMap(({ name, to }) => {
        const groups = instruments.map((instrument) => groupsAfter(instrument, name, to)).find((n) => n !== undefined);
        return groups === undefined || groups === 1 ? [] : [{ name, groups }];
      });
      const product = counted.reduce((made, { groups }) => made * groups, 1);
      if (counted.length === 0 || product * link.smallestGroup <= planned) continue;
      yield {
        at: context.at.value(link, "coarsen"),
        message: `${counted.map(({ name, groups }) => `${name} (${groups})`).join(" x ")} ${counted.length === 1 ? "makes" : "make"} ${product} groups of at least ${link.smallestGroup}: that needs ${product * link.smallestGroup} people, and ${planned} are planned`,
      };
    }
  },
});
