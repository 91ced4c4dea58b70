import type { Command } from "./command.ts";

/** A line of the overview; the command itself is loaded when it is asked for, so that a short check starts fast. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [];
