import { readdirSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import type { Host } from "../../analysis/analysis.ts";
import type { Problem } from "../../problem.ts";
import { remember } from "../../remember.ts";
import { decode } from "../files/decode.ts";
import { type FoundFile, STDIN } from "../files/discover.ts";
import { readFile } from "../files/read-file.ts";
import type { World } from "../world.ts";
import type { NoteRead } from "./check-documents.ts";
import { isInside, workspaceRoot } from "./workspace-root.ts";

/** A document as text, or with the one finding that it cannot be read as text. */
export interface ReadDocument {
  /** As it is shown. */
  readonly file: string;
  /** Undefined for standard input without a name. */
  readonly absolute: string | undefined;
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly unreadable: Problem | undefined;
  /** Set where it came through standard input: its name says where it belongs, and no file is written. */
  readonly isInput?: true;
  /** Set where nobody named it: the settings of a document, reported only where something is wrong with them. */
  readonly isSettings?: true;
}

export interface ReadDocuments {
  readonly documents: readonly ReadDocument[];
  /** What could not be read at all, in a sentence each. */
  readonly failed: readonly string[];
}

/** Reads what was found. Standard input takes the name given for it, which also says which folder its imports start from. */
export async function readDocuments(files: readonly FoundFile[], world: World, stdinName: string | undefined): Promise<ReadDocuments> {
  const documents: ReadDocument[] = [];
  const failed: string[] = [];
  for (const { path, absolute } of files) {
    const read = absolute === undefined ? { bytes: await world.stdin() } : readFile(absolute, path);
    if ("failed" in read) {
      failed.push(read.failed);
      continue;
    }
    const name = path === STDIN && stdinName !== undefined ? stdinName : path;
    const place = absolute ?? (stdinName === undefined ? undefined : resolve(world.cwd, stdinName));
    documents.push({ file: name, absolute: place, ...asText(read.bytes), ...(path === STDIN ? { isInput: true as const } : {}) });
  }
  return { documents, failed };
}

/** The text of a file by its path from a folder; undefined where there is none or it is no text. */
export function textAt(folder: string, path: string): string | undefined {
  const read = readFile(resolve(folder, path), path);
  if ("failed" in read) return undefined;
  const decoded = decode(read.bytes);
  return "text" in decoded ? decoded.text : undefined;
}

/** The name that stands for all studies of a folder where files that a check asked for are noted. */
export const STUDIES = "*.study.yaml";

/** The names of the studies in a folder, a line each. */
export function studiesIn(folder: string): string {
  try {
    const names = readdirSync(folder).filter((name) => /\.study\.ya?ml$/.test(name));
    return names.sort().join("\n");
  } catch {
    // A folder that cannot be listed has no studies that anybody could read.
    return "";
  }
}

/** What documents that are checked together ask for again and again: the folder that is worked in, settings, libraries, and files that are not there. */
export class Beside {
  readonly #roots = new Map<string, string>();
  readonly #studies = new Map<string, string>();
  readonly #texts = new Map<string, { readonly text: string | undefined }>();

  root(absolute: string, cwd: string): string {
    return remember(this.#roots, dirname(absolute), () => workspaceRoot(absolute, cwd));
  }

  studies(folder: string): string {
    return remember(this.#studies, folder, () => studiesIn(folder));
  }

  text(absolute: string): string | undefined {
    const known = this.#texts.get(absolute);
    if (known) return known.text;
    const text = textAt(dirname(absolute), absolute);
    if (text === undefined || text.length <= MOST_KEPT) this.#texts.set(absolute, { text });
    return text;
  }
}

/** Characters of a file; what is longer holds answers, and is asked for once. */
const MOST_KEPT = 100_000;

/** What the analysis of a document may ask for: the files beside it, as far as they lie in the folder that is worked in. */
export function hostOf(document: ReadDocument, cwd: string, note?: NoteRead, beside = new Beside()): Host {
  const absolute = document.absolute ?? resolve(cwd, "stdin");
  // Most documents import nothing, and never ask.
  return hostBeside(absolute, () => beside.root(absolute, cwd), beside, note);
}

function hostBeside(absolute: string, root: () => string, beside: Beside, note?: NoteRead): Host {
  const at = (path: string): string => resolve(dirname(absolute), path);
  return {
    own: absolute.replaceAll("\\", "/"),
    read: (path) => {
      const text = beside.text(at(path));
      note?.(at(path), text);
      return text;
    },
    isOutside: (path) => !isInside(at(path), root()),
    nameOf: (path) => relative(root(), at(path)).replaceAll("\\", "/"),
    studies: () =>
      [".", ".."].flatMap((step) => {
        const folder = at(step);
        if (!isInside(join(folder, STUDIES), root())) return [];
        const names = beside.studies(folder);
        note?.(join(folder, STUDIES), names);
        return names === "" ? [] : names.split("\n").map((name) => `${step}/${name}`);
      }),
    beside: (path) => hostBeside(at(path), root, beside, note),
  };
}

/** How a file named in a finding, by its path from the document, is shown. */
export function shownBeside(document: string, path: string): string {
  return posix.join(posix.dirname(document), path);
}

/** A file as a document; undefined where it cannot be read. */
export function documentAt(absolute: string, file: string): ReadDocument | undefined {
  const read = readFile(absolute, file);
  return "failed" in read ? undefined : { file, absolute, ...asText(read.bytes) };
}

function asText(bytes: Uint8Array): Pick<ReadDocument, "text" | "byteOrderMark" | "unreadable"> {
  const decoded = decode(bytes);
  if ("text" in decoded) return { ...decoded, unreadable: undefined };
  const unreadable: Problem = {
    code: "unreadable-encoding",
    severity: "error",
    message: decoded.unreadable,
    range: { start: 0, end: 0 },
    related: [],
    fixes: [],
  };
  return { text: "", byteOrderMark: false, unreadable };
}
