import { COMMANDS } from "./commands.ts";
import { runOneOf } from "./run-one-of.ts";
import type { World } from "./world.ts";

/** Runs one command line and gives the exit code. */
export const run = (words: readonly string[], world: World): Promise<number> => runOneOf(COMMANDS, words, world);
