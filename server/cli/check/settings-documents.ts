import { existsSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { SETTINGS_FILES } from "../../model/settingsFiles.ts";
import { documentAt, type ReadDocument } from "./read-documents.ts";
import { isInside, workspaceRoot } from "./workspace-root.ts";

const EXTENDS = /^extends:[ \t]*["']?([^"'#\r\n]+)/m;

/**
 * The settings that hold for documents, and those that they extend. They are checked with the documents: a misspelt code in them would leave
 * every finding as it is, without a word. They are reported only where something is wrong with them.
 */
export function settingsDocuments(documents: readonly ReadDocument[], cwd: string): readonly ReadDocument[] {
  const settings = new Map<string, ReadDocument>();
  const named = new Set(documents.map(({ absolute }) => absolute));
  const add = (absolute: string, file: string, root: string): void => {
    if (settings.has(absolute) || named.has(absolute)) return;
    const document = documentAt(absolute, file);
    if (document === undefined) return;
    settings.set(absolute, { ...document, isSettings: true });
    const base = EXTENDS.exec(document.text)?.[1]?.trim();
    const next = base === undefined ? undefined : resolve(dirname(absolute), base);
    if (base !== undefined && next !== undefined && isInside(next, root)) add(next, posix.join(posix.dirname(file), base), root);
  };
  const folders = new Map<string, ReadDocument>();
  for (const document of documents) if (document.absolute !== undefined) folders.set(dirname(document.absolute), document);
  for (const [folder, { absolute = "", file }] of folders) {
    const root = workspaceRoot(absolute, cwd);
    // Of two in one folder the second is not read, which is said in it.
    for (const found of nearest(folder, root))
      add(found, posix.join(posix.dirname(file), relative(folder, found).replaceAll("\\", "/")), root);
  }
  return [...settings.values()];
}

function nearest(folder: string, root: string): readonly string[] {
  for (let at = folder; at === root || isInside(at, root); at = dirname(at)) {
    const paths = SETTINGS_FILES.map((name) => join(at, name)).filter((path) => existsSync(path));
    if (paths.length > 0) return paths;
    if (at === dirname(at)) break;
  }
  return [];
}
