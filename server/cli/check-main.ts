import { CHECK } from "./commands.ts";
import { runOneOf } from "./run-one-of.ts";
import { systemWorld } from "./system-world.ts";

// `check` alone: half the program, which starts sooner. `start.cjs` takes it where that is the command.
runOneOf([CHECK], process.argv.slice(2), systemWorld()).then((code) => {
  process.exitCode = code;
});
