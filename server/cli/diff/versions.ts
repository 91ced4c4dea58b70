import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type ChangedFiles, changedSince } from "../check/changed-since.ts";
import { hostOf, type ReadDocument, readDocuments } from "../check/read-documents.ts";
import { readOneDocument } from "../check/read-one-document.ts";
import { isInside, workspaceRoot } from "../check/workspace-root.ts";
import { compareText, DOCUMENT_NAME, discover, type FoundFile } from "../files/discover.ts";
import { hostAt, openRevision, type Revision } from "../git/revision.ts";
import type { World } from "../world.ts";
import type { Version } from "./compared.ts";

export interface VersionPair {
  readonly old: Version;
  readonly now: Version;
}

export type FoundVersions =
  | { readonly pairs: readonly VersionPair[] /** New and deleted documents, in a sentence each. */; readonly apart: readonly string[] }
  | { readonly wrong: string };

/** Two versions named one by one: each a file, `REVISION:FILE`, or `-` for one of them. */
export async function namedVersions(old: string, now: string, world: World, stdinName: string | undefined): Promise<FoundVersions> {
  if (old === "-" && now === "-") return { wrong: 'only one of two versions can come through standard input ("-")' };
  const before = await namedVersion(old, world, stdinName);
  if ("wrong" in before) return before;
  const after = await namedVersion(now, world, stdinName);
  return "wrong" in after ? after : { pairs: [{ old: before.version, now: after.version }], apart: [] };
}

type NamedVersion = { readonly version: Version } | { readonly wrong: string };

async function namedVersion(word: string, world: World, stdinName: string | undefined): Promise<NamedVersion> {
  const colon = word.indexOf(":", /^[A-Za-z]:[\\/]/.test(word) ? 2 : 0);
  if (word === "-" || colon < 0 || existsSync(resolve(world.cwd, word))) {
    const read = await readOneDocument(word, "a version", world, stdinName);
    return "wrong" in read ? read : { version: versionOf(read.document, world.cwd) };
  }
  const opened = openRevision(word.slice(0, colon), world.cwd);
  if ("wrong" in opened) return { wrong: `cannot read "${word}": ${opened.wrong}` };
  const { revision } = opened;
  // As git reads it: from the top of the repository, and with ./ from the current folder. What is meant from here is found too.
  const path = word.slice(colon + 1);
  const places = [path.startsWith(".") ? [] : [resolve(revision.root, path)], [resolve(world.cwd, path)]].flat();
  for (const place of places) {
    const found = revision.read(place);
    if (found !== undefined) return { version: atRevision(word, place, found, revision, world.cwd) };
  }
  return { wrong: `there is no text "${path}" in "${revision.name}"` };
}

/** Each document as it was at a revision beside what it is now; without any named, those that changed. */
export async function versionsSince(ref: string, words: readonly string[], world: World): Promise<FoundVersions> {
  const changed = changedSince(ref, world.cwd);
  if ("wrong" in changed) return changed;
  const found = discover(words.length === 0 ? ["."] : words, world.cwd);
  const [missing] = found.missing;
  if (missing !== undefined) return { wrong: missing };
  const files = found.files.filter(({ absolute }) => absolute !== undefined && changed.rests(absolute));
  const read = await readDocuments(files, world, undefined);
  const [failed] = read.failed;
  if (failed !== undefined) return { wrong: failed };
  const unreadable = read.documents.find((document) => document.unreadable !== undefined);
  if (unreadable?.unreadable) return { wrong: `${unreadable.file}: ${unreadable.unreadable.code}: ${unreadable.unreadable.message}` };
  const apart: string[] = [];
  const pairs = read.documents.flatMap((document): VersionPair[] => {
    const { file, absolute } = document;
    if (absolute === undefined) return [];
    const former = changed.formerly.get(absolute) ?? absolute;
    const before = changed.revision.read(former);
    if (before === undefined) {
      apart.push(`${file} is new`);
      return [];
    }
    const name = `${ref}:${relative(changed.revision.root, former).replaceAll("\\", "/")}`;
    return [{ old: atRevision(name, former, before, changed.revision, world.cwd), now: versionOf(document, world.cwd) }];
  });
  return { pairs, apart: [...apart, ...deleted(changed, found.files, words, world.cwd)].sort(compareText) };
}

/** The documents that there were and are no more, unless they were moved, below what is looked at. */
function deleted(changed: ChangedFiles, files: readonly FoundFile[], words: readonly string[], cwd: string): readonly string[] {
  const moved = new Set(changed.formerly.values());
  const still = new Set(files.map(({ absolute }) => absolute));
  const folders = words.length === 0 ? [cwd] : words.map((word) => resolve(cwd, word));
  return [...changed.files].flatMap((absolute) => {
    const isBelow = folders.some((folder) => isInside(absolute, folder));
    if (!isBelow || still.has(absolute) || moved.has(absolute) || !DOCUMENT_NAME.test(absolute) || existsSync(absolute)) return [];
    return [`${relative(cwd, absolute).replaceAll("\\", "/")} was deleted`];
  });
}

function versionOf(document: ReadDocument, cwd: string): Version {
  const { file, absolute = resolve(cwd, "stdin"), text } = document;
  return { file, absolute, text, host: hostOf(document, cwd) };
}

function atRevision(file: string, absolute: string, text: string, revision: Revision, cwd: string): Version {
  return { file, absolute, text, host: hostAt(revision, absolute, workspaceRoot(absolute, cwd)) };
}
