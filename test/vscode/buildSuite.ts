import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin } from "esbuild";
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

/** These end or look for processes, which browsers do not have. */
const NOT_IN_BROWSERS = /^(index|support|recovery\.test|tasks\.test)\.ts$/;

/** Bundles the same suite for VS Code for the web, as an extension that brings nothing but tests; gives its folder and the file to call. */
export async function buildWebSuite(): Promise<{ readonly folder: string; readonly file: string }> {
  const source = path.join(folders.harness, "suite");
  const folder = path.join(folders.run, "web-suite");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const manifest = { name: "tests", publisher: "scalewright", version: "0.0.0", engines: { vscode: "^1.100.0" } };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  const tests = readdirSync(source).filter((file) => !NOT_IN_BROWSERS.test(file));
  const allTests: Plugin = {
    name: "all-tests",
    setup(bundling) {
      bundling.onResolve({ filter: /^all-tests$/ }, ({ path: name }) => ({ path: name, namespace: name }));
      bundling.onLoad({ filter: /.*/, namespace: "all-tests" }, () => ({
        contents: tests.map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n"),
        resolveDir: source,
      }));
    },
  };
  const file = path.join(folder, "index.js");
  await build({
    entryPoints: [path.join(folders.harness, "web", "index.ts")],
    outfile: file,
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "chrome132",
    external: ["vscode"],
    alias: { "node:assert/strict": path.join(folders.harness, "web", "assert.ts") },
    define: { "process.env.TEST_EXTENSION_FROM": '"/static/extensions/0"' },
    plugins: [allTests],
    // Mocha's own file for browsers takes the exports for itself.
    footer: { js: "module.exports = { run };" },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return { folder, file };
}
