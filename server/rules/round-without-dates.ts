import { rule } from "./rule.ts";

export default rule({
  code: "round-without-dates",
  severity: "warning",
  summary: "A round does not say when it opens and closes.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const round of part.value.rounds) {
      if (round.opens !== undefined && round.closes !== undefined) continue;
      const what = round.opens === undefined ? (round.closes === undefined ? "opens and closes" : "opens") : "closes";
      yield { at: at.name(round), message: `say when round ${round.number} ${what}` };
    }
  },
});
