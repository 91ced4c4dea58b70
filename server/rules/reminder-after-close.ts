import { isDay } from "../evidence/isDay.ts";
import { rule } from "./rule.ts";

const DAY = 24 * 60 * 60 * 1000;

export default rule({
  code: "reminder-after-close",
  severity: "warning",
  summary: "A reminder is planned for a day on which the round is closed.",
  looksAt: "delphi",
  yieldsTo: ["round-closes-before-it-opens"],
  *check(part, { at }) {
    for (const round of part.value.rounds) {
      const { opens, closes, number } = round;
      if (!isDay(opens) || !isDay(closes)) continue;
      const days = (Date.parse(closes) - Date.parse(opens)) / DAY;
      for (const [i, reminder] of round.reminders.entries())
        if (reminder > days)
          yield {
            at: at.value(round, "reminders", i),
            message: `a reminder ${reminder} days after the opening comes too late: round ${number} closes on ${closes}, after ${days} days`,
          };
    }
  },
});
