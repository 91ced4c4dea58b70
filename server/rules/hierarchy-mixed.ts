import { isAsked, meetingOf } from "../model/guide.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "hierarchy-mixed",
  severity: "warning",
  summary: "People and those who direct their work meet in one focus group.",
  looksAt: "guide",
  *check(part, context) {
    const guide = part.value;
    const shared = guide.topics.values().filter(({ kind }) => kind !== "opening" && kind !== "closing");
    for (const leader of guide.audiences.values())
      for (const [i, id] of leader.leads.entries()) {
        const led = guide.audiences.get(id);
        if (!led || [leader, led].some((one) => !MEET.has(meetingOf(guide, one) ?? "interview"))) continue;
        const topic = shared.find((one) => isAsked(leader.id, one) && isAsked(led.id, one));
        if (!topic) continue;
        yield {
          at: context.at.value(leader, "leads", i),
          message: `"${leader.id}" directs the work of "${id}", and both talk about "${topic.id}" in a focus group: people say less beside those who direct them`,
          related: [{ at: context.at.name(led), message: `"${id}"` }],
        };
      }
  },
});

const MEET: ReadonlySet<string> = new Set(["focus_group", "mixed"]);
