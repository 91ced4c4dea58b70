import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-final-rule",
  severity: "warning",
  summary: "Nothing is said of statements without consensus after the last round.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus, undecided } = part.value;
    if (consensus?.otherwise === "carry" && undecided === undefined && !fieldOf(part.value, "undecided"))
      yield {
        at: at.value(consensus, "otherwise"),
        message: `after the last round nothing can be carried: say with "undecided" what happens then (consensus_meeting, report or exclude)`,
      };
  },
});
