import type { World } from "../world.ts";
import { writeOutput } from "./output-file.ts";

/** Writes a result to standard output or to the file given with `-o`; gives a sentence where that failed. */
export function writeResult(text: string, out: string | undefined, world: World): string | undefined {
  if (out !== undefined && out !== "-") return writeOutput(out, world.cwd, text);
  world.out.write(text);
  return undefined;
}
