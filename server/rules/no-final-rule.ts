import type { Stop } from "../model/delphi.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-final-rule",
  severity: "warning",
  summary:
    "Nothing is said of statements without consensus after the last round, nothing is decided after it, or the study ends elsewhere.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus, decideAfter, rounds, stop, undecided } = part.value;
    const last = rounds.at(-1);
    if (last && last.mode !== "open" && decideAfter && decideAfter.length > 0 && !decideAfter.some((number) => number >= last.number))
      yield {
        at: at.value(part.value, "decideAfter"),
        message: `nothing is decided after round ${last.number}, which is the last: its ratings count for nothing`,
      };
    for (const { end, isSure } of last && stop ? endsIn(stop, true) : []) {
      const is = at.value(end, "rounds");
      if (last && end.rounds > last.number)
        yield { at: is, message: `the study ends after round ${end.rounds}, and round ${last.number} is the last that there is` };
      if (last && end.rounds < last.number && isSure)
        yield { at: is, message: `the study ends after round ${end.rounds}: round ${last.number} is never held` };
    }
    if (consensus?.otherwise === "carry" && undecided === undefined && !fieldOf(part.value, "undecided"))
      yield {
        at: at.value(consensus, "otherwise"),
        message: `after the last round nothing can be carried: say with "undecided" what happens then (consensus_meeting, report or exclude)`,
      };
  },
});

type AfterRounds = Extract<Stop, { kind: "rounds" }>;

/** The numbers of rounds that end a study, each with whether it does by itself. */
function endsIn(stop: Stop, isSure: boolean): readonly { readonly end: AfterRounds; readonly isSure: boolean }[] {
  if (stop.kind === "rounds") return [{ end: stop, isSure }];
  if (stop.kind === "all_items") return [];
  return stop.conditions.flatMap((one) => endsIn(one, isSure && (stop.kind === "any" || stop.conditions.length === 1)));
}
