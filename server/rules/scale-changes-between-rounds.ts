import { ratingScale } from "../delphi/ratingScale.ts";
import { ratingResponse } from "../model/delphi.ts";
import type { Response } from "../model/instrument.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "scale-changes-between-rounds",
  severity: "warning",
  summary: "A round is rated on another scale than the one before.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    for (const [i, round] of study.rounds.entries()) {
      const before = study.rounds[i - 1];
      if (!before) continue;
      const changed = study.statements.values().find((statement) => {
        const [one, two] = [ratingResponse(study, statement, before), ratingResponse(study, statement, round)];
        return statement.introduced <= before.number && one && two && one !== two && pointsOf(one) !== pointsOf(two);
      });
      if (!changed) continue;
      yield {
        at: round.response === undefined ? at.name(round) : at.value(round, "response"),
        message: `round ${round.number} is rated on another scale than round ${before.number}: neither ratings nor decisions of the two can be compared`,
      };
    }
  },
});

const pointsOf = (response: Response) =>
  ratingScale(response)
    ?.points.map(({ code }) => code)
    .join(" ");
