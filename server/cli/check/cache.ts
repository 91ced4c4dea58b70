import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { remember } from "../../remember.ts";
import { writeOutput } from "../files/output-file.ts";
import type { Checked } from "./check-documents.ts";
import { type ReadDocument, STUDIES, studiesIn, textAt } from "./read-documents.ts";

/** The findings of documents that were checked before by the same program and have not changed since, nor what they import. */
export interface Cache {
  get(document: ReadDocument): Checked | undefined;
  /** `read`: the files that the check asked for, with their text; undefined where there was none. */
  set(document: ReadDocument, checked: Checked, read: ReadonlyMap<string, string | undefined>): void;
  /** Writes the cache; a failure costs nothing but time. */
  save(): void;
}

const FOLDER = ".scalewright-cache";

interface Entry {
  readonly text: string;
  /** Files asked for, by absolute path, with the hash of their text; empty where there was none. */
  readonly read: Readonly<Record<string, string>>;
  readonly checked: Checked;
}

/** Opens the cache of a folder. Undefined where the program cannot be told from another version of it: then nothing is remembered. */
export function openCache(cwd: string): Cache | undefined {
  const program = programHash();
  if (program === undefined) return undefined;
  const file = join(cwd, FOLDER, "check.json");
  const entries = readEntries(file, program);
  let changed = false;
  // Many documents ask for the same files, such as the settings above them.
  const now = new Map<string, string>();
  const hashNow = (path: string): string => remember(now, path, () => hashOrNothing(textNow(cwd, path)));
  return {
    get: (document) => {
      const entry = document.absolute === undefined ? undefined : entries.get(document.absolute);
      if (entry === undefined || entry.text !== hash(document.text)) return undefined;
      const same = Object.entries(entry.read).every(([path, known]) => hashNow(path) === known);
      return same ? entry.checked : undefined;
    },
    set: (document, checked, read) => {
      if (document.absolute === undefined || document.unreadable !== undefined) return;
      const files = Object.fromEntries([...read].map(([path, text]) => [path, hashOrNothing(text)]));
      entries.set(document.absolute, { text: hash(document.text), read: files, checked });
      changed = true;
    },
    save: () => {
      if (!changed) return;
      const text = JSON.stringify({ program, entries: Object.fromEntries(entries) });
      try {
        mkdirSync(join(cwd, FOLDER), { recursive: true });
      } catch {
        // Where no folder can be made, nothing is remembered.
        return;
      }
      writeOutput(join(cwd, FOLDER, ".gitignore"), cwd, "*\n");
      writeOutput(file, cwd, text);
    },
  };
}

/** The start of the built program names the program by its content, so it stands for the whole of it. The sources have no such name. */
function programHash(): string | undefined {
  if (import.meta.url.endsWith(".ts")) return undefined;
  return hash(readFileSync(new URL("../cli.js", import.meta.url), "utf8"));
}

function readEntries(file: string, program: string): Map<string, Entry> {
  try {
    const content: { readonly program?: unknown; readonly entries?: Readonly<Record<string, Entry>> } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    return new Map(content.program === program ? Object.entries(content.entries ?? {}) : []);
  } catch {
    // No cache yet, or one that was cut off: everything is checked.
    return new Map();
  }
}

/** What a check would be told now of a file, or of the studies of a folder. */
function textNow(cwd: string, path: string): string | undefined {
  return basename(path) === STUDIES ? studiesIn(dirname(path)) : textAt(cwd, path);
}

function hashOrNothing(text: string | undefined): string {
  return text === undefined ? "" : hash(text);
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("base64");
}
