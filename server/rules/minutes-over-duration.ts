import { minutesIn } from "../model/timeSpan.ts";
import { timesOf } from "../study/times.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "minutes-over-duration",
  severity: "warning",
  summary: "The topics of a guide take longer than one meeting is planned to take.",
  looksAt: "guide",
  *check(part, context) {
    const guide = part.value;
    const planned = guide.duration && minutesIn(guide.duration);
    if (planned === undefined) return;
    const over = timesOf(guide).filter(({ minutes }) => minutes > planned);
    if (over.length === 0) return;
    const words = over.map(({ audience, minutes }) => `${minutes} minutes${audience === undefined ? "" : ` for "${audience}"`}`);
    yield {
      at: context.at.value(guide, "duration"),
      message: `the topics take ${words.join(", ")}, and ${planned} minutes are planned`,
    };
  },
});
