import type { Command } from "./command.ts";

/** A line of the overview; the command itself is loaded when it is asked for, so that a short check starts fast. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** The one that is run most often, and is built on its own too. */
export const CHECK: CommandEntry = {
  name: "check",
  summary: "check documents and say what is wrong, with the reason and the exact place",
  load: async () => (await import("./commands/check.ts")).check,
};

export const COMMANDS: readonly CommandEntry[] = [
  CHECK,
  {
    name: "score",
    summary: "score data with an instrument, show how one score comes about, summarise a sample",
    load: async () => (await import("./commands/score.ts")).score,
  },
  {
    name: "test",
    summary: "run the scoring tests of instruments, and see what no test notices",
    load: async () => (await import("./commands/test.ts")).test,
  },
  {
    name: "ranges",
    summary: "prove what each score can be",
    load: async () => (await import("./commands/ranges.ts")).ranges,
  },
  {
    name: "delphi",
    summary: "decide the rounds of a Delphi study from its ratings, write the next one, try out its rule",
    load: async () => (await import("./commands/delphi.ts")).delphi,
  },
  {
    name: "fmt",
    summary: "lay documents out, and change nothing that they say",
    load: async () => (await import("./commands/fmt.ts")).fmt,
  },
  {
    name: "diff",
    summary: "say what changed between two versions, and which scores stay comparable",
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "study",
    summary: "choose people for the next phase, see whether data can leave, say when each person is due",
    load: async () => (await import("./commands/study.ts")).study,
  },
  {
    name: "checklist",
    summary: "hold documents against a reporting checklist",
    load: async () => (await import("./commands/checklist.ts")).checklist,
  },
  {
    name: "preview",
    summary: "show a document as a page",
    load: async () => (await import("./commands/preview.ts")).preview,
  },
  {
    name: "document",
    summary: "write the questionnaire for paper, the codebook, how scores are made, or a methods paragraph",
    load: async () => (await import("./commands/document.ts")).document,
  },
  {
    name: "translate",
    summary: "begin a translation or bring it up to date, exchange it as XLIFF",
    load: async () => (await import("./commands/translate.ts")).translate,
  },
  {
    name: "new",
    summary: "begin a document from a template",
    load: async () => (await import("./commands/new.ts")).newDocument,
  },
  {
    name: "explain",
    summary: "say what a finding is, why it matters and what to do",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  { name: "rules", summary: "list every finding", load: async () => (await import("./commands/rules.ts")).rules },
  { name: "lsp", summary: "run the language server for an editor", load: async () => (await import("./commands/lsp.ts")).lsp },
];
