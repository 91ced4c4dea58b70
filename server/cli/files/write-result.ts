import type { World } from "../world.ts";
import { writeOutput } from "./output-file.ts";

/** Writes a result to standard output or to the file given with `-o`; gives a sentence where that failed. */
export function writeResult(text: string, out: string | undefined, world: World): string | undefined {
  if (out !== undefined && out !== "-") return writeOutput(out, world.cwd, text);
  world.out.write(text);
  return undefined;
}

/** The same for a result that may be no text. */
export function writeBytes(result: string | Uint8Array, out: string | undefined, world: World): string | undefined {
  if (out !== undefined && out !== "-") return writeOutput(out, world.cwd, result);
  world.out.write(result);
  return undefined;
}
