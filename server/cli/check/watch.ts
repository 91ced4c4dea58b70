import { statSync } from "node:fs";
import type { Arguments } from "../arguments.ts";
import { discover } from "../files/discover.ts";
import type { World } from "../world.ts";

/** How often the files are looked at, in milliseconds. */
const EVERY = 300;

/** Checks at once and again after each change, new and deleted files included, until the process is interrupted. */
export async function watch(given: Arguments, world: World, check: () => Promise<number>): Promise<number> {
  const words = given.operands.length === 0 ? ["."] : given.operands;
  for (let before = ""; ; await pause()) {
    const now = stampOf(words, world.cwd);
    if (now === before) continue;
    if (world.out.isTerminal) world.out.write("\u001b[2J\u001b[H");
    else if (before !== "") world.out.write("\n");
    before = now;
    await check();
    if (!given.flag("quiet")) world.err.write("watching for changes; end with Ctrl+C\n");
  }
}

/** Changes whenever a file appears, goes or is written. */
function stampOf(words: readonly string[], cwd: string): string {
  const files = discover(words, cwd).files.map(({ path, absolute }) => {
    const stats = absolute === undefined ? undefined : statSync(absolute, { throwIfNoEntry: false });
    return `${path}\0${stats?.mtimeMs}\0${stats?.size}`;
  });
  return `${words.join("\0")}\n${files.join("\n")}`;
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, EVERY));
}
