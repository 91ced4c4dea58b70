import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folders } from "./folders.ts";

/** `newest` and `oldest` are the two ends of the VS Code versions that we support, `web` is VS Code for the web, `chromium` is a browser for machines without one. */
export type PackageSet = "newest" | "oldest" | "web" | "chromium";

const NAMES: Readonly<Record<PackageSet, string>> = {
  newest: "the newest VS Code",
  oldest: "the oldest VS Code",
  web: "VS Code for the web",
  chromium: "a headless Chromium",
};

/**
 * Installs one of the pinned package sets under `.run` unless it is there already, and gives its folder.
 * Scripts are not run: they would compile native add-ons and download programs that the tests do not need.
 */
export function install(set: PackageSet): string {
  const source = path.join(folders.harness, "hosts", set);
  const target = path.join(folders.run, set);
  const lock = readFileSync(path.join(source, "package-lock.json"), "utf8");
  const mark = path.join(target, "installed.lock");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return target;

  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(path.join(folders.harness, "hosts", "stubs"), path.join(folders.run, "stubs"), { recursive: true });
  cpSync(source, target, { recursive: true });
  console.log(`installing ${NAMES[set]} from npm`);
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: target,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error(`npm ci failed in ${target}`);
  writeFileSync(mark, lock);
  return target;
}
