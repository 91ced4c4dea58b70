import { isDay } from "../evidence/isDay.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "round-closes-before-it-opens",
  severity: "error",
  summary: "A round closes before it opens.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const round of part.value.rounds)
      if (isDay(round.opens) && isDay(round.closes) && round.closes < round.opens)
        yield { at: at.value(round, "closes"), message: `round ${round.number} closes on ${round.closes} and opens on ${round.opens}` };
  },
});
