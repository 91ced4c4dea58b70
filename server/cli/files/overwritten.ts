import { type BigIntStats, statSync } from "node:fs";
import { resolve } from "node:path";

/** Says where a result would take the place of a file that is read, however the two are spelled, or of another result; undefined where all is well. */
export function overwritten(
  read: readonly (string | undefined)[],
  written: readonly (string | undefined)[],
  cwd: string,
): string | undefined {
  const placed = (words: typeof read): { readonly word: string; readonly place: string }[] =>
    words.flatMap((word) => {
      const place = word === undefined || word === "-" ? undefined : placeOf(resolve(cwd, word));
      return word === undefined || place === undefined ? [] : [{ word, place }];
    });
  const inputs = new Set(placed(read).map(({ place }) => place));
  const outputs = new Set<string>();
  for (const { word, place } of placed(written)) {
    if (inputs.has(place)) return `"${word}" is read and would be overwritten`;
    if (outputs.has(place)) return `two results would be written to "${word}"`;
    outputs.add(place);
  }
  return undefined;
}

/** Two names may lead to one file. Undefined for a device or a pipe, where nothing can be lost. */
function placeOf(path: string): string | undefined {
  const found = look(path);
  if (found === undefined) return path;
  // Not every file system numbers its files.
  return found.isFile() ? (found.ino === 0n ? path : `${found.dev}:${found.ino}`) : undefined;
}

/** Undefined for what is not there or may not be looked at: why is said when it is opened. */
function look(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false, bigint: true });
  } catch {
    return undefined;
  }
}
