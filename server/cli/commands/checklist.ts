import { CHECKLISTS } from "../../checklist/lists.ts";
import { type Command, HELP, OUT, QUIET } from "../command.ts";

export const checklist: Command = {
  usage: `${CHECKLISTS.map(({ id }) => id).join(" | ")} FILE… [options]`,
  about: [
    "Says of each item of a reporting guideline whether a field of the documents meets it (with its line), whether it was computed from them, whether a field " +
      "could say it and none does, or whether only the paper can say it. The items are in our own words; the citation leads to theirs.",
    `${CHECKLISTS.map(({ id, title }) => `${id}: ${title.slice(title.indexOf(":") + 2)}`).join("; ")}.`,
  ],
  options: [
    { name: "ratings", value: "RATINGS.csv", summary: "the ratings of the Delphi study, from which results are computed" },
    { name: "format", value: "NAME", choices: ["text", "json", "markdown"], summary: "how the list is printed" },
    OUT,
    QUIET,
    HELP,
  ],
  examples: [
    { says: "what a Delphi study says already", line: "checklist accord jdr-core-set.delphi.yaml" },
    { says: "a table for the appendix", line: "checklist coreq interviews.guide.yaml staying.study.yaml --format markdown -o coreq.md" },
  ],
  run: async (given, world) => (await import("../checklist/run-checklist.ts")).runChecklist(given, world),
};
