import { isDay } from "../evidence/isDay.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "consensus-declared-late",
  severity: "error",
  summary: "The rule of consensus was written down after the ratings had begun.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus, rounds } = part.value;
    const first = rounds[0];
    const late = (declared: string | undefined, opens: string | undefined) => isDay(declared) && isDay(opens) && declared > opens;
    if (consensus && first && late(consensus.declared, first.opens))
      yield {
        at: at.value(consensus, "declared"),
        message: `declared on ${consensus.declared}, after round ${first.number} had opened on ${first.opens}`,
        related: [{ at: at.value(first, "opens"), message: "the opening" }],
      };
    for (const round of rounds)
      if (round.consensus && late(round.consensus.declared, round.opens))
        yield {
          at: at.value(round.consensus, "declared"),
          message: `declared on ${round.consensus.declared}, after round ${round.number} had opened on ${round.opens}`,
        };
  },
});
