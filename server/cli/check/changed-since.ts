import { dirname, resolve } from "node:path";
import { openRevision, type Revision } from "../git/revision.ts";
import { runGit } from "../git/run-git.ts";
import { textAt } from "./read-documents.ts";
import { isInside } from "./workspace-root.ts";

/** What differs between a commit and the working folder. */
export interface ChangedFiles {
  readonly revision: Revision;
  /** Changed, new and not yet known files, by absolute path. */
  readonly files: ReadonlySet<string>;
  /** The former absolute path of a file that was moved. */
  readonly formerly: ReadonlyMap<string, string>;
  /** Whether a document reads something that changed, itself or through others. */
  rests(absolute: string): boolean;
}

/** The files that differ between a commit and the working folder, and those that git does not know yet. */
export function changedSince(ref: string, cwd: string): ChangedFiles | { readonly wrong: string } {
  // What the branch itself changed: from where it left the other one.
  const opened = openRevision(ref, cwd, true);
  if ("wrong" in opened) return opened;
  const { revision } = opened;
  const changed = runGit(["diff", "--name-status", "-M", "-z", revision.commit, "--"], revision.root);
  if ("wrong" in changed) return changed;
  const added = runGit(["ls-files", "--others", "--exclude-standard", "-z"], revision.root);
  if ("wrong" in added) return added;
  const files = new Set<string>();
  const formerly = new Map<string, string>();
  const words = changed.output.toString().split("\0");
  for (let status = words.shift(); status !== undefined && status !== ""; status = words.shift()) {
    const path = resolve(revision.root, words.shift() ?? "");
    files.add(path);
    if (!/^[RC]/.test(status)) continue;
    const now = resolve(revision.root, words.shift() ?? "");
    files.add(now);
    formerly.set(now, path);
  }
  for (const name of added.output.toString().split("\0")) if (name !== "") files.add(resolve(revision.root, name));
  return { revision, files, formerly, rests: restsOn(files) };
}

/** The files that a document may read: libraries, tables of norms, a translated document. Too many are harmless, so nothing is parsed. */
export const pathsIn = (text: string, absolute: string): readonly string[] =>
  [...text.matchAll(PATH)].map(([path]) => resolve(dirname(absolute), path));

const PATH = /[^\s"'{}[\],:#]+\.(?:ya?ml|csv)\b/g;
const SETTINGS = /[\\/]scalewright\.config\.ya?ml$/;

function restsOn(files: ReadonlySet<string>): ChangedFiles["rests"] {
  const known = new Map<string, boolean>();
  const settings = [...files].filter((file) => SETTINGS.test(file)).map((file) => dirname(file));
  const rests = (absolute: string): boolean => {
    const found = known.get(absolute);
    if (found !== undefined) return found;
    known.set(absolute, false);
    const text = /\.ya?ml$/.test(absolute) ? (textAt(dirname(absolute), absolute) ?? "") : "";
    const paths = pathsIn(text, absolute);
    const result = files.has(absolute) || paths.some(rests);
    known.set(absolute, result);
    return result;
  };
  return (absolute) => rests(absolute) || settings.some((folder) => isInside(absolute, folder));
}
