import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { folders } from "./folders.ts";

/** Translates the suite for the extension host, which gives it `vscode`, and returns the file that VS Code is to call. */
export async function buildSuite(): Promise<string> {
  const source = path.join(folders.harness, "suite");
  const target = path.join(folders.run, "suite");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, "package.json"), '{ "type": "commonjs" }\n');
  await build({
    entryPoints: readdirSync(source).map((file) => path.join(source, file)),
    outdir: target,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return path.join(target, "index.js");
}
