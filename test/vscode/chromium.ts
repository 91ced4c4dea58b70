import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { folders } from "./folders.ts";
import { install } from "./install.ts";

export interface Chromium {
  readonly executablePath: string;
  /** What must be added to the environment for it to start. */
  readonly env: Readonly<Record<string, string>>;
}

/** The browser that shows VS Code in the tests: `CHROMIUM` from the environment, an installed Chrome or Chromium, else one from npm (Linux). */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM;
  if (named) return { executablePath: named, env: {} };
  const installed = candidates().find(isExecutable);
  if (installed) return { executablePath: installed, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("no Chrome or Chromium was found: install one, or name it in the environment variable CHROMIUM");
  }
  return fromNpm();
}

function candidates(): string[] {
  if (process.platform === "darwin") {
    return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];
  }
  if (process.platform === "win32") {
    const roots = [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA];
    return roots.filter((root) => root !== undefined).map((root) => path.join(root, "Google", "Chrome", "Application", "chrome.exe"));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return onPath.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package brings the browser, the libraries that a bare machine lacks, and a font, each packed by brotli. */
async function fromNpm(): Promise<Chromium> {
  const packed = path.join(install("chromium"), "node_modules", "@sparticuz", "chromium", "bin");
  const target = path.join(folders.run, "chromium", "unpacked");
  const executablePath = path.join(target, "chromium");
  const libraries = path.join(target, "al2023", "lib");
  if (!existsSync(path.join(target, "done"))) {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    await unpack(path.join(packed, "chromium.br"), executablePath);
    chmodSync(executablePath, 0o755);
    // The software renderer must lie beside the browser, and the fonts where fontconfig is told to look.
    await unpackArchive(path.join(packed, "swiftshader.tar.br"), target);
    await unpackArchive(path.join(packed, "al2023.tar.br"), path.join(target, "al2023"));
    await unpackArchive(path.join(packed, "fonts.tar.br"), target);
    writeFileSync(path.join(target, "fonts.conf"), fontConfiguration(target));
    writeFileSync(path.join(target, "done"), "");
  }
  const search = [libraries, process.env.LD_LIBRARY_PATH].filter((part) => part).join(":");
  return { executablePath, env: { LD_LIBRARY_PATH: search, FONTCONFIG_FILE: path.join(target, "fonts.conf") } };
}

function fontConfiguration(target: string): string {
  const fontFolders = [path.join(target, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    "<fontconfig>",
    ...fontFolders.map((folder) => `  <dir>${folder}</dir>`),
    `  <cachedir>${path.join(target, "font-cache")}</cachedir>`,
    "</fontconfig>",
    "",
  ].join("\n");
}

async function unpackArchive(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tar = path.join(folder, "archive.tar");
  await unpack(file, tar);
  const done = spawnSync("tar", ["-xf", tar, "-C", folder], { stdio: ["ignore", "ignore", "inherit"] });
  rmSync(tar);
  if (done.status !== 0) throw new Error(`cannot unpack ${file}`);
}

async function unpack(file: string, target: string): Promise<void> {
  const part = `${target}.part`;
  await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(part));
  renameSync(part, target);
}
