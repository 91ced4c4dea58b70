// Builds the command line: a small start and pieces that are loaded when a command needs them, so that a short check starts fast.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { lazyYaml } from "../syntax/lazyYaml.mjs";

/** The options of esbuild for the command line: `cli.js` and the folder `cli/` in `outdir`. */
export function cliBundle(outdir) {
  return {
    entryPoints: { main: "server/cli/main.ts" },
    outdir: join(outdir, "cli"),
    outExtension: { ".js": ".mjs" },
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    // Names of functions stand in reports of faults; keeping them otherwise costs a call for each closure that is made.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
    // Some packages inside are of the older kind, which asks for Node's own modules by `require`.
    banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
    plugins: [lazyYaml, { name: "start", setup: (bundling) => writeStart(bundling, outdir) }],
  };
}

/** What is started stands beside the extension, as an older kind of module. Newer versions of Node remember what they compiled. */
const START = `#!/usr/bin/env node
require("node:module").enableCompileCache?.();
import("./cli/main.mjs");
`;

function writeStart(bundling, outdir) {
  // The names of pieces change with what is in them, so those of the last time are in the way.
  bundling.onStart(() => rmSync(join(outdir, "cli"), { recursive: true, force: true }));
  bundling.onEnd(() => {
    mkdirSync(outdir, { recursive: true });
    writeFileSync(join(outdir, "package.json"), '{ "type": "commonjs" }\n');
    writeFileSync(join(outdir, "cli.js"), START);
    chmodSync(join(outdir, "cli.js"), 0o755);
  });
}

if (process.argv[1] === import.meta.filename) await build(cliBundle(process.argv[2] ?? "dist"));
