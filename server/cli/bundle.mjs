// Builds the command line into one file: one file loads faster than many, and what a command needs is run only when the command is.
import { build } from "esbuild";

/** The options of esbuild for the command line, written to `outdir`. */
export function cliBundle(outdir) {
  return {
    entryPoints: { cli: "server/cli/main.ts" },
    outdir,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    minify: true,
    keepNames: true,
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
    // `import.meta.url` names the folder of the workers.
    define: { "import.meta.url": "scalewrightUrl" },
    banner: { js: 'const scalewrightUrl = require("node:url").pathToFileURL(__filename).href;' },
  };
}

if (process.argv[1] === import.meta.filename) await build(cliBundle(process.argv[2] ?? "dist"));
