import { type Command, HELP, OUT, QUIET } from "../command.ts";
import { refuse } from "../world.ts";

const ACTIONS = ["overview", "sample", "disclose", "calendar"];

export const study: Command = {
  usage: "overview | sample | disclose | calendar STUDY [DATA] [options]",
  about: [
    "overview: which items repeat in which wave, who is chosen, what leaves with linked data, and what guides cover of surveys.",
    "sample: lists who of those who answered a survey may be invited to the next phase, and chooses among them so that they differ as the study declares. " +
      "DATA holds the answers, a row for each person. Terciles and other shares are taken over all who answered.",
    "disclose: counts how many people share each combination of what they can be recognised by, and lists those that fewer share than the smallest group. " +
      "What the study makes coarser is made coarser first. With --extract the data are written as they leave: without key and identifiers, made coarser.",
    "calendar: says when each person is due in each wave and between which days an answer counts. DATA holds the day from which the waves are counted.",
  ],
  options: [
    { name: "sample", value: "ID", summary: "sample: which one, where the study has several" },
    { name: "seed", value: "N", whole: true, summary: "sample: another seed chooses other people among equals; 1 by default" },
    { name: "id", value: "COLUMN", summary: "the column that names the person; by default the first that is no item" },
    { name: "linkage", value: "ID", summary: "disclose: which one, where the study has several" },
    {
      name: "column",
      value: "NAME,…",
      repeat: true,
      summary: "disclose: what people can be recognised by, instead of what the study says",
    },
    { name: "smallest", value: "N", whole: true, summary: "disclose: the smallest group; by default that of the study, else 10" },
    { name: "extract", value: "FILE.csv", summary: "disclose: write the data as they leave" },
    { name: "start", value: "DATE", summary: "calendar: for one person who begins on this day" },
    { name: "on", value: "DATE", summary: "calendar: only who can answer on this day" },
    { name: "format", value: "NAME", choices: ["text", "json", "csv"], summary: "how the result is printed" },
    OUT,
    QUIET,
    HELP,
  ],
  examples: [
    { says: "whom to invite", line: "study sample link-worker-retention.study.yaml answers.csv --seed 7" },
    { says: "whether data can leave", line: "study disclose new-starters.study.yaml answers.csv" },
    { says: "who is due today", line: "study calendar new-starters.study.yaml answers.csv --on 2026-06-01" },
  ],
  run: async (given, world) => {
    const [action, ...rest] = given.operands;
    if (action === "overview") return await (await import("../study/overview.ts")).overview(rest, given, world);
    if (action === "sample") return await (await import("../study/sample.ts")).sample(rest, given, world);
    if (action === "disclose") return await (await import("../study/disclose.ts")).disclose(rest, given, world);
    if (action === "calendar") return await (await import("../study/calendar.ts")).calendar(rest, given, world);
    return refuse(
      world,
      `study ${action === undefined ? "needs" : `cannot "${action}"; it is`} one of: ${ACTIONS.join(", ")}\nSee: scalewright study --help`,
    );
  },
};
