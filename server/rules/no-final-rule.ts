import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-final-rule",
  severity: "warning",
  summary: "Nothing is said of statements without consensus after the last round, or nothing is decided after it.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus, decideAfter, rounds, undecided } = part.value;
    const last = rounds.at(-1);
    if (last && last.mode !== "open" && decideAfter && decideAfter.length > 0 && !decideAfter.some((number) => number >= last.number))
      yield {
        at: at.value(part.value, "decideAfter"),
        message: `nothing is decided after round ${last.number}, which is the last: its ratings count for nothing`,
      };
    if (consensus?.otherwise === "carry" && undecided === undefined && !fieldOf(part.value, "undecided"))
      yield {
        at: at.value(consensus, "otherwise"),
        message: `after the last round nothing can be carried: say with "undecided" what happens then (consensus_meeting, report or exclude)`,
      };
  },
});
