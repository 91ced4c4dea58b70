import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { folders } from "./folders.ts";
import type { HostName } from "./host.ts";
import type { Program } from "./program.ts";

/** Packs the built extension as it is published. */
export function packExtension(): string {
  const vsix = path.join(folders.run, "scalewright.vsix");
  mkdirSync(folders.run, { recursive: true });
  const vsce = path.join(folders.project, "node_modules", "@vscode", "vsce", "vsce");
  run(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "-o", vsix]);
  const { size } = statSync(vsix);
  if (size > LARGEST) throw new Error(`the packed extension has ${size} bytes, more than the ${LARGEST} that it may have`);
  console.log(`packed: ${size} bytes`);
  return vsix;
}

/** Whoever installs an extension waits for it. */
const LARGEST = 2_000_000;

/** Installs a packed extension into a folder of its own, by VS Code's own program, and returns that folder. */
export function installExtension(host: HostName, { manager }: Pick<Program, "manager">, vsix: string): string {
  const target = path.join(folders.run, `extensions-${host}`);
  rmSync(target, { recursive: true, force: true });
  run(manager, ["--install-extension", vsix, "--extensions-dir", target], { ...process.env, VSCODE_HOST: host });
  return target;
}

/** The folder of a packed extension's files, for VS Code for the web, which installs nothing from a file. */
export function unpacked(vsix: string): string {
  const target = path.join(folders.run, "unpacked");
  rmSync(target, { recursive: true, force: true });
  for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (!name.startsWith("extension/") || name.endsWith("/")) continue;
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return path.join(target, "extension");
}

function run(file: string, args: readonly string[], env = process.env): void {
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: folders.project, encoding: "utf8", env, shell: file.endsWith(".cmd") });
  if (status !== 0) throw new Error(`${path.basename(file)} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}
