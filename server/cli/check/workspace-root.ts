import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { SETTINGS_FILES } from "../../model/settingsFiles.ts";

/** What marks a folder that is worked in. */
export const MARKS = [...SETTINGS_FILES, ".git"];

/**
 * The folder that the imports of a document may not leave: the nearest repository above it, else the highest folder that has a configuration, so
 * that it does not matter from where the program is started, and a folder with settings of its own still reads what lies above it; else the
 * current folder where the document lies in it, else the document's own.
 */
export function workspaceRoot(absolute: string, cwd: string): string {
  let highest: string | undefined;
  for (let folder = dirname(absolute); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (MARKS.some((mark) => existsSync(join(folder, mark)))) highest = folder;
    if (folder === dirname(folder)) break;
  }
  return highest ?? (isInside(absolute, cwd) ? cwd : dirname(absolute));
}

/** Whether a path lies in a folder, at any depth. */
export function isInside(absolute: string, folder: string): boolean {
  return absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
