import { changesBetweenWaves } from "../evidence/waveChanges.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "item-changed-between-waves",
  severity: "warning",
  summary: "An item is asked again in other words or with other answers, so that its answers cannot be compared.",
  looksAt: "study",
  *check(part, context) {
    for (const { at, changes } of changesBetweenWaves(part.value, context.at))
      for (const { item, before, words } of changes)
        yield {
          at,
          message: `"${item.id}" ${words}: answers before and after cannot be compared`,
          related: [
            { at: context.at.name(before), message: before.stem?.own ?? before.id },
            { at: context.at.name(item), message: item.stem?.own ?? item.id },
          ],
        };
  },
});
