import { readdirSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { globExpression, globFolder, isGlob } from "../../glob.ts";

/** A file to read: `path` as it is shown, `absolute` for the system; `<stdin>` has no absolute path. */
export interface FoundFile {
  readonly path: string;
  readonly absolute: string | undefined;
}

export interface Discovery {
  /** Sorted by the path as shown, each file once. */
  readonly files: readonly FoundFile[];
  /** What was named and is not there, in a sentence each. */
  readonly missing: readonly string[];
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[];
}

export const STDIN = "<stdin>";

/** The names that a folder stands for: `phq9.instrument.yaml`, `phq9.cy.translation.yml`. */
export const DOCUMENT_NAME = /.\.(?:instrument|delphi|guide|study|library|[^.]+\.translation)\.ya?ml$/;

/** Finds what the words of a command line name: files, folders, patterns and `-` for standard input. */
export function discover(words: readonly string[], cwd: string): Discovery {
  const found = new Map<string, FoundFile>();
  const missing: string[] = [];
  const unmatched: string[] = [];
  const add = (path: string): void => {
    const absolute = resolve(cwd, path);
    const key = realpathSync.native(absolute);
    if (!found.has(key)) found.set(key, { path, absolute });
  };
  for (const word of words) {
    if (word === "-") {
      found.set(STDIN, { path: STDIN, absolute: undefined });
      continue;
    }
    const path = word.replaceAll("\\", process.platform === "win32" ? "/" : "\\");
    const kind = kindOf(resolve(cwd, path));
    if (kind === "folder") documentsIn(path, cwd).forEach(add);
    else if (kind === "file") add(path);
    else if (isGlob(path)) {
      const paths = matching(path, cwd);
      paths.forEach(add);
      if (paths.length === 0) unmatched.push(word);
    } else missing.push(`"${word}" does not exist`);
  }
  const files = [...found.values()].sort((a, b) => compareText(a.path, b.path));
  return { files, missing, unmatched };
}

/** The same, where a pattern beside others that no file matches is missing too: it is most likely misspelt, and what it was meant for would never be read. */
export function discoverNamed(words: readonly string[], cwd: string, allowNoFiles: boolean): Discovery {
  const found = discover(words, cwd);
  if (found.files.length === 0 || allowNoFiles) return found;
  return { ...found, missing: [...found.missing, ...found.unmatched.map((word) => `no file matches "${word}"`)] };
}

/** Order by UTF-16 unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function kindOf(absolute: string): "file" | "folder" | undefined {
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isDirectory() ? "folder" : "file";
}

function documentsIn(folder: string, cwd: string): string[] {
  return walk(folder === "." || folder === "./" ? "" : folder.replace(/\/+$/, ""), cwd).filter((path) => DOCUMENT_NAME.test(path));
}

function matching(pattern: string, cwd: string): string[] {
  const folder = globFolder(pattern);
  if (kindOf(resolve(cwd, folder)) !== "folder") return [];
  const plain = pattern.replace(/^(?:\.\/)+/, "");
  const expression = globExpression(plain);
  const hidden = /(?:^|\/)\.[^./]/.test(plain);
  const prefix = pattern.slice(0, pattern.length - plain.length);
  const start = globFolder(plain);
  return walk(start === "/" ? "" : start, cwd, { root: start === "/" ? "/" : undefined, hidden })
    .filter((path) => expression.test(path))
    .map((path) => prefix + path);
}

interface WalkOptions {
  readonly root?: string | undefined;
  readonly hidden?: boolean;
}

/** Every file below a folder, without `node_modules` and what begins with a dot; links to folders are not followed, so there is no cycle. */
function walk(folder: string, cwd: string, options: WalkOptions = {}): string[] {
  const paths: string[] = [];
  const root = options.root ?? "";
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const entry of entriesOf(resolve(cwd, root + current))) {
      if (entry.name === "node_modules" || entry.name === ".git" || (entry.name.startsWith(".") && !options.hidden)) continue;
      const path = current === "" ? root + entry.name : `${current}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile() || (entry.isSymbolicLink() && kindOf(resolve(cwd, path)) === "file")) paths.push(path);
    }
  }
  return paths;
}

/** A folder that may not be read holds nothing for us; what was named itself is reported where it is read. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
