import { isDay } from "../evidence/isDay.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "round-dates-overlap",
  severity: "error",
  summary: "A round opens before the one before it has closed.",
  looksAt: "delphi",
  yieldsTo: ["round-closes-before-it-opens"],
  *check(part, { at }) {
    for (const [i, round] of part.value.rounds.entries()) {
      const before = part.value.rounds[i - 1];
      if (before && isDay(round.opens) && isDay(before.closes) && round.opens <= before.closes)
        yield {
          at: at.value(round, "opens"),
          message: `round ${round.number} opens on ${round.opens}, and round ${before.number} closes on ${before.closes}`,
          related: [{ at: at.value(before, "closes"), message: `the end of round ${before.number}` }],
        };
    }
  },
});
