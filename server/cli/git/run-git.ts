import { spawnSync } from "node:child_process";

export type GitOutput = { readonly output: Buffer } | { readonly wrong: string };

/** Starts git, which is asked only where a revision was named. */
export function runGit(args: readonly string[], cwd: string): GitOutput {
  const { status, stdout, stderr, error } = spawnSync("git", args, { cwd, maxBuffer: 1 << 28 });
  if (error !== undefined) return { wrong: "git could not be started" };
  return status === 0 ? { output: stdout } : { wrong: `git says: ${stderr.toString().trim()}` };
}
