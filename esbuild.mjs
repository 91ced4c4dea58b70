// Builds everything that ships into dist/: node esbuild.mjs [--production] [--watch]
import { chmodSync, existsSync, mkdirSync, statSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { notices } from "./client/notices.mjs";
import { generate } from "./schemas/generate/index.mjs";
import { cliBundle, serverBundle } from "./server/cli/bundle.mjs";
import { lazyYaml } from "./server/syntax/lazyYaml.mjs";

const { values: flags } = parseArgs({
  options: { production: { type: "boolean", default: false }, watch: { type: "boolean", default: false } },
});

/** The same for every program: small for those who install it, readable in a debugger for those who work on it. */
const common = {
  bundle: true,
  outdir: "dist",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  minify: flags.production,
  // Names of functions stand in reports of faults.
  keepNames: true,
  sourcemap: flags.production ? false : "linked",
};
// The Chromium of the oldest VS Code that is supported.
const forBrowser = { ...common, platform: "browser", target: "chrome132", plugins: [lazyYaml] };
const forNode = { ...common, platform: "node", format: "cjs", target: "node20.19", plugins: [lazyYaml] };

const programs = [
  { ...forNode, entryPoints: { extension: "client/extension.ts" }, external: ["vscode"] },
  { ...serverBundle("dist"), metafile: true, sourcemap: common.sourcemap },
  // The same two for VS Code in a browser, where both run in web workers. Its name tells VS Code there that it is no ES module.
  { ...forBrowser, format: "cjs", outExtension: { ".js": ".cjs" }, entryPoints: { browser: "client/browser.ts" }, external: ["vscode"] },
  { ...forBrowser, format: "iife", entryPoints: { worker: "server/lsp/worker.ts" } },
  { ...cliBundle("dist"), metafile: true, sourcemap: common.sourcemap },
  {
    ...common,
    entryPoints: { "media/preview": "client/media/preview.ts" },
    platform: "browser",
    format: "iife",
    target: "chrome132",
  },
  { ...common, entryPoints: { "media/preview": "client/media/preview.css" }, sourcemap: false },
];

report(generate());
mkdirSync("dist", { recursive: true });
// The project's own files are ES modules; what is built is CommonJS, as VS Code's extension host wants it.
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');

const contexts = await Promise.all(programs.map((options) => context(options)));
const metafiles = (await Promise.all(contexts.map((each) => each.rebuild()))).map(({ metafile }) => metafile);
for (const file of metafiles.flatMap(({ outputs }) => Object.keys(outputs))) {
  if (!file.endsWith(".map")) console.log(`${file}  ${kilobytes(file)} kB`);
}
writeFileSync("dist/NOTICES.txt", notices(metafiles));
chmodSync("dist/cli.js", 0o755);

if (flags.watch) {
  await Promise.all(contexts.map((each) => each.watch()));
  watchSources();
  console.log("watching");
} else await Promise.all(contexts.map((each) => each.dispose()));

/** What is made from the schemas and the pages is made again when they change; esbuild sees the new files by itself. */
function watchSources() {
  let timer;
  for (const folder of ["schemas", join("server", "rules"), join("client", "media")].filter((name) => existsSync(name))) {
    watch(folder, { recursive: true }, (_, name) => {
      if (!/\.(json|md|css)$/.test(name ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(regenerate, 100);
    });
  }
}

/** A schema that is half written is no reason to stop watching. */
function regenerate() {
  try {
    report(generate());
  } catch (error) {
    console.error(`nothing was generated: ${error instanceof Error ? error.message : error}`);
  }
}

function report(changed) {
  if (changed.length > 0) console.log(`generated ${changed.join(", ")}`);
}

function kilobytes(file) {
  return Math.ceil(statSync(file).size / 1000);
}
