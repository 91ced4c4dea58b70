import { SMALLEST_GROUP } from "../study/phases.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "small-group-reported",
  severity: "warning",
  summary: "Groups are reported in which people can be recognised.",
  looksAt: "study",
  *check(part, context) {
    for (const link of part.value.linkage.values())
      if (link.smallestGroup !== undefined && link.smallestGroup < SMALLEST_GROUP)
        yield {
          at: context.at.value(link, "smallestGroup"),
          message: `groups of ${link.smallestGroup} are reported: fewer than ${SMALLEST_GROUP} people can often be recognised`,
        };
  },
});
