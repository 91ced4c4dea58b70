import { meetingOf } from "../model/guide.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "group-size",
  severity: "warning",
  summary: "A focus group is too small or too large to be one conversation.",
  looksAt: "guide",
  *check(part, context) {
    for (const audience of part.value.audiences.values()) {
      const meeting = meetingOf(part.value, audience);
      if (!audience.size || meeting === "interview" || meeting === undefined) continue;
      const [low, high] = audience.size;
      const at = context.at.value(audience, "size");
      if (low > high) yield { at, message: `the smallest group, ${low}, is larger than the largest, ${high}` };
      else if (low < SMALLEST || high > LARGEST)
        yield {
          at,
          message: `a focus group of ${low < SMALLEST ? `${low} is an interview of several` : `${high} leaves little time for each`}: ${SMALLEST} to ${LARGEST} people is usual`,
        };
    }
  },
});

/** Krueger & Casey, Focus Groups, 5th edition: five to eight people, four and ten at the outside. */
const SMALLEST = 4;
const LARGEST = 10;
