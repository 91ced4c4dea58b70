import { overlappingWaves, printDay } from "../study/calendar.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "wave-windows-overlap",
  severity: "error",
  summary: "An answer can belong to two waves.",
  looksAt: "study",
  *check(part, context) {
    const { waves } = part.value;
    if (!waves) return;
    for (const { first, second, anchor, days } of overlappingWaves(waves.at.values()))
      yield {
        at: context.at.value(second, "window"),
        message: `the windows of "${first.id}" and "${second.id}" share ${days[1] - days[0] + 1} ${days[0] === days[1] ? "day" : "days"}: who begins on ${printDay(anchor)} can answer either from ${printDay(days[0])} to ${printDay(days[1])}`,
        related: [{ at: context.at.value(first, "window"), message: `the window of "${first.id}"` }],
      };
  },
});
