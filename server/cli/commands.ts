import type { Command } from "./command.ts";

/** A line of the overview; the command itself is loaded when it is asked for, so that a short check starts fast. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "check documents and say what is wrong, with the reason and the exact place",
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "score",
    summary: "score data with an instrument, show how one score comes about, summarise a sample",
    load: async () => (await import("./commands/score.ts")).score,
  },
  {
    name: "explain",
    summary: "say what a finding is, why it matters and what to do",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  { name: "rules", summary: "list every finding", load: async () => (await import("./commands/rules.ts")).rules },
];
