import type { Arguments } from "./arguments.ts";
import type { World } from "./world.ts";

/** One command: what its help says and what it does. Its options are declared here and nowhere else. */
export interface Command {
  /** What stands after the name in the first line of its help. */
  readonly usage: string;
  /** A few sentences, each a paragraph. */
  readonly about: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  /** Gives the exit code. */
  readonly run: (given: Arguments, world: World) => number | Promise<number>;
}

export interface OptionSpec {
  /** Long name without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** Name of the value in the help; an option without one is a switch. */
  readonly value?: string;
  /** The words that the value may be; anything where absent. */
  readonly choices?: readonly string[];
  /** The value is a whole number, 0 or more. */
  readonly whole?: boolean;
  readonly repeat?: boolean;
  readonly summary: string;
}

export const HELP: OptionSpec = { name: "help", short: "h", summary: "show this help" };
export const QUIET: OptionSpec = { name: "quiet", short: "q", summary: "print findings only" };
export const OUT: OptionSpec = { name: "out", short: "o", value: "FILE", summary: "write the result to FILE instead of standard output" };

/** The file that `-o` names; undefined for standard output, which may be said as `-`. */
export function outOf(given: Arguments): string | undefined {
  const out = given.text("out");
  return out === "-" ? undefined : out;
}
