import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** What marks the folder that is worked in, in this order. */
export const MARKS = ["scalewright.config.yaml", "scalewright.config.yml", ".git"];

/**
 * The folder that the imports of a document may not leave: the nearest one above it that is a repository or has a configuration, so that it
 * does not matter from where the program is started; else the current folder where the document lies in it, else the document's own.
 */
export function workspaceRoot(absolute: string, cwd: string): string {
  for (let folder = dirname(absolute); ; folder = dirname(folder)) {
    if (MARKS.some((mark) => existsSync(join(folder, mark)))) return folder;
    if (folder === dirname(folder)) break;
  }
  return isInside(absolute, cwd) ? cwd : dirname(absolute);
}

/** Whether a path lies in a folder, at any depth. */
export function isInside(absolute: string, folder: string): boolean {
  return absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
