import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { refuse } from "../world.ts";

const ACTIONS = ["decide", "next", "simulate"];

export const delphi: Command = {
  usage: "decide | next | simulate STUDY [RATINGS] [options]",
  about: [
    "decide: says by the study's rule of consensus what becomes of each statement after each round, with the counts behind it, the ledger, the stability " +
      "from round to round, and what other rules would have decided. RATINGS has a row for each rating (round, panellist, group, statement, rating) or a " +
      "column for each statement; NR stands for a round that was not returned.",
    "next: writes what the last round with ratings decided into the study, and the statements that enough panellists suggested; nothing else in the file is " +
      "touched. With --feedback also what the panel sees of the round: the own ratings, the ratings of the groups, and a sheet for each panellist.",
    "simulate: draws panels by chance and lets the rule decide, to show what it does before it is registered.",
  ],
  options: [
    { name: "panel", value: "PANEL.csv", summary: "who was invited: panellist, group, invited_from, invited_to" },
    { name: "counts", summary: "RATINGS holds how many gave each code: statement, group, code, n" },
    { name: "format", value: "NAME", choices: ["text", "json", "csv", "html"], summary: "how the decisions are printed" },
    OUT,
    QUIET,
    { name: "suggested", value: "FILE.csv", summary: "next: suggested statements, coded by the team: id, group, text, suggested_by" },
    { name: "feedback", value: "FOLDER", summary: "next: write the feedback for the next round into FOLDER" },
    { name: "smallest", value: "N", whole: true, summary: "next: show nothing of a group with fewer than N ratings; 5 by default" },
    { name: "panels", value: "N", whole: true, summary: "simulate: how many panels are drawn; 1000 by default" },
    { name: "seed", value: "N", whole: true, summary: "simulate: another seed draws other panels" },
    { name: "diff", summary: "next: print what would change in the study, and write nothing" },
    HELP,
  ],
  examples: [
    { says: "what becomes of each statement", line: "delphi decide jdr-core-set.delphi.yaml ratings.csv" },
    { says: "what round 2 changes in the study, before it is written", line: "delphi next jdr-core-set.delphi.yaml ratings.csv --diff" },
    { says: "what the rule does, before round 1", line: "delphi simulate jdr-core-set.delphi.yaml" },
    { says: "a report with drawn distributions", line: "delphi decide jdr-core-set.delphi.yaml ratings.csv --format html -o report.html" },
  ],
  run: async (given, world) => {
    const [action, ...rest] = given.operands;
    if (action === "decide") return await (await import("../delphi/decide.ts")).decide(rest, given, world);
    if (action === "next") return await (await import("../delphi/next.ts")).next(rest, given, world);
    if (action === "simulate") return await (await import("../delphi/simulate.ts")).simulate(rest, given, world);
    return refuse(
      world,
      `delphi ${action === undefined ? "needs" : `cannot "${action}"; it is`} one of: ${ACTIONS.join(", ")}\nSee: scalewright delphi --help`,
    );
  },
};
