import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { SETTINGS_FILES } from "../../model/settingsFiles.ts";
import type { Arguments } from "../arguments.ts";
import { discover } from "../files/discover.ts";
import type { World } from "../world.ts";
import { pathsIn } from "./changed-since.ts";
import { textAt } from "./read-documents.ts";

/** How often the files are looked at, in milliseconds. */
const EVERY = 300;

/** Checks at once and again after each change, new and deleted files included, until the process is interrupted or nobody reads on. */
export async function watch(given: Arguments, world: World, check: () => Promise<number>): Promise<number> {
  const words = given.operands.length === 0 ? ["."] : given.operands;
  for (let before = ""; ; await pause()) {
    const now = stampOf(words, world.cwd);
    if (now === before) continue;
    if (world.out.isTerminal) world.out.write("\u001b[2J\u001b[H");
    else if (before !== "") world.out.write("\n");
    before = now;
    const code = await check();
    if (world.out.isClosed) return code;
    if (!given.flag("quiet")) world.err.write("watching for changes; end with Ctrl+C\n");
  }
}

/** Changes whenever a document appears, goes or is written, or a file that it reads. */
function stampOf(words: readonly string[], cwd: string): string {
  const documents = discover(words, cwd).files.flatMap(({ absolute }) => absolute ?? []);
  const seen = new Map<string, string>();
  const look = (absolute: string): void => {
    if (seen.has(absolute)) return;
    const stats = statSync(absolute, { throwIfNoEntry: false });
    const stamp = `${stats?.mtimeMs} ${stats?.size}`;
    seen.set(absolute, stamp);
    if (stats?.isFile() && /\.ya?ml$/.test(absolute)) for (const path of readBy(absolute, stamp)) look(path);
  };
  for (const absolute of documents) {
    look(absolute);
    for (let folder = dirname(absolute); ; folder = dirname(folder)) {
      for (const name of SETTINGS_FILES) look(join(folder, name));
      if (folder === dirname(folder)) break;
    }
  }
  return [...seen].map(([absolute, stamp]) => `${absolute} ${stamp}`).join("\n");
}

const READ = new Map<string, { readonly stamp: string; readonly paths: readonly string[] }>();

/** What a document names, read anew only where it was written. */
function readBy(absolute: string, stamp: string): readonly string[] {
  const known = READ.get(absolute);
  if (known?.stamp === stamp) return known.paths;
  const paths = pathsIn(textAt(dirname(absolute), absolute) ?? "", absolute);
  READ.set(absolute, { stamp, paths });
  return paths;
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, EVERY));
}
