import { dirname, relative, resolve } from "node:path";
import type { Host } from "../../analysis/analysis.ts";
import { isInside } from "../check/workspace-root.ts";
import { decode } from "../files/decode.ts";
import { runGit } from "./run-git.ts";

/** One state of a repository, of which files are read as they were. */
export interface Revision {
  /** As it was given. */
  readonly name: string;
  readonly commit: string;
  /** The top folder of the repository. */
  readonly root: string;
  /** The text of a file at this state, by its absolute path now; undefined where there was none or it was no text. */
  read(absolute: string): string | undefined;
}

export type OpenedRevision = { readonly revision: Revision } | { readonly wrong: string };

/** Finds a commit, branch or tag. `sinceBranch`: the state from which the current branch left it, so that only what the branch did is seen. */
export function openRevision(name: string, cwd: string, sinceBranch = false): OpenedRevision {
  // A name that begins with a dash could be taken for an option of git.
  if (name.startsWith("-") || name === "") return { wrong: `git does not know "${name}"` };
  const top = runGit(["rev-parse", "--show-toplevel"], cwd);
  if ("wrong" in top) return top;
  const asked = sinceBranch ? ["merge-base", name, "HEAD"] : ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const found = runGit(asked, cwd);
  if ("wrong" in found) return { wrong: `git does not know "${name}"` };
  const [root, commit] = [resolve(text(top.output)), text(found.output).split("\n").at(-1) ?? ""];
  return { revision: { name, commit, root, read: reader(root, commit) } };
}

const text = (output: Buffer): string => output.toString().trim();

function reader(root: string, commit: string): Revision["read"] {
  const known = new Map<string, string | undefined>();
  return (absolute) => {
    if (!known.has(absolute)) known.set(absolute, isInside(absolute, root) ? textAt(root, commit, absolute) : undefined);
    return known.get(absolute);
  };
}

function textAt(root: string, commit: string, absolute: string): string | undefined {
  // As `show` it would give the names in a folder as well.
  const found = runGit(["cat-file", "blob", `${commit}:${relative(root, absolute).replaceAll("\\", "/")}`], root);
  if ("wrong" in found) return undefined;
  const decoded = decode(found.output);
  return "text" in decoded ? decoded.text : undefined;
}

/** What the analysis of a document of a revision may ask for: the files beside it as they were then. */
export function hostAt(revision: Revision, absolute: string, folder: string): Host {
  const at = (path: string): string => resolve(dirname(absolute), path);
  return {
    own: absolute.replaceAll("\\", "/"),
    read: (path) => revision.read(at(path)),
    isOutside: (path) => !isInside(at(path), folder),
    nameOf: (path) => relative(folder, at(path)).replaceAll("\\", "/"),
    beside: (path) => hostAt(revision, at(path), folder),
  };
}
