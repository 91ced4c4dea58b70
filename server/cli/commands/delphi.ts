import { type Command, HELP, OUT } from "../command.ts";
import { refuse } from "../world.ts";

const ACTIONS = ["decide"];

export const delphi: Command = {
  usage: "decide STUDY RATINGS [options]",
  about: [
    "decide: says by the study's rule of consensus what becomes of each statement after each round, with the counts behind it, the ledger, the stability " +
      "from round to round, and what other rules would have decided. RATINGS has a row for each rating (round, panellist, group, statement, rating) or a " +
      "column for each statement; NR stands for a round that was not returned.",
  ],
  options: [
    { name: "panel", value: "PANEL.csv", summary: "who was invited: panellist, group, invited_from, invited_to" },
    { name: "counts", summary: "RATINGS holds how many gave each code: statement, group, code, n" },
    { name: "format", value: "NAME", choices: ["text", "json", "csv", "html"], summary: "how the decisions are printed" },
    OUT,
    HELP,
  ],
  examples: [
    { says: "what becomes of each statement", line: "delphi decide jdr-core-set.delphi.yaml ratings.csv" },
    { says: "a report with drawn distributions", line: "delphi decide jdr-core-set.delphi.yaml ratings.csv --format html -o report.html" },
  ],
  run: async (given, world) => {
    const [action, ...rest] = given.operands;
    if (action === "decide") return await (await import("../delphi/decide.ts")).decide(rest, given, world);
    return refuse(
      world,
      `delphi ${action === undefined ? "needs" : `cannot "${action}"; it is`} one of: ${ACTIONS.join(", ")}\nSee: scalewright delphi --help`,
    );
  },
};
