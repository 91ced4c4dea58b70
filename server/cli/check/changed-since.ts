import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export type ChangedFiles = { readonly files: ReadonlySet<string> } | { readonly wrong: string };

/** The files that differ between a commit and the working folder, and those that git does not know yet. Absolute paths. */
export function changedSince(ref: string, cwd: string): ChangedFiles {
  const top = git(["rev-parse", "--show-toplevel"], cwd);
  if ("wrong" in top) return top;
  const root = top.output.trim();
  // What the branch itself changed: from where it left the other one.
  const base = git(["merge-base", ref, "HEAD"], cwd);
  if ("wrong" in base) return { wrong: `git does not know "${ref}"` };
  const changed = git(["diff", "--name-only", "-z", base.output.trim(), "--"], root);
  if ("wrong" in changed) return changed;
  const added = git(["ls-files", "--others", "--exclude-standard", "-z"], root);
  if ("wrong" in added) return added;
  const names = `${changed.output}${added.output}`.split("\0").filter((name) => name !== "");
  return { files: new Set(names.map((name) => resolve(root, name))) };
}

function git(args: readonly string[], cwd: string): { readonly output: string } | { readonly wrong: string } {
  // A name that begins with a dash could be taken for an option of git.
  if (args.some((word) => word.startsWith("-") && args[0] === "merge-base")) return { wrong: "git does not know it" };
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error !== undefined) return { wrong: "git could not be started" };
  return status === 0 ? { output: stdout } : { wrong: `git says: ${stderr.trim()}` };
}
