import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { DOCUMENT_NAME } from "./workspace.ts";

/** Folders in which nobody keeps questionnaires, and which can be very large. */
const SKIPPED = new Set(["node_modules", "bower_components", "__pycache__", "venv"]);

/** Enough for any project; whoever opens a whole disk is not kept waiting. */
const MOST_FOLDERS = 5000;

/** The documents of a folder on disk and in all below it, as URIs. Folders that cannot be read are left out. */
export async function listFiles(root: string): Promise<readonly string[]> {
  if (!root.startsWith("file:")) return [];
  const found: string[] = [];
  const folders = [fileURLToPath(root)];
  for (let seen = 0; seen < folders.length && seen < MOST_FOLDERS; seen++) {
    const folder = folders[seen] ?? "";
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name)) folders.push(join(folder, entry.name));
      if (entry.isFile() && DOCUMENT_NAME.test(entry.name)) found.push(pathToFileURL(join(folder, entry.name)).href);
    }
  }
  return found.sort();
}
