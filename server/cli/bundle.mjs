// Builds the command line: a small start, and the program in one piece whose parts are set up when a command needs them.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { lazyYaml } from "../syntax/lazyYaml.mjs";

/** The options of esbuild for the command line: `cli.js` and the folder `cli/` in `outdir`. */
export function cliBundle(outdir) {
  return {
    // The writer of Word files is as large as a quarter of the rest, and is loaded only for them.
    entryPoints: { main: "server/cli/main.ts", word: "server/document/render/docx.ts" },
    outdir: join(outdir, "cli"),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    // The program runs as a script of its own, where only `require` loads more.
    supported: { "dynamic-import": false },
    // Names of functions stand in reports of faults; keeping them otherwise costs a call for each closure that is made.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
    define: { "import.meta.url": "PROGRAM_URL" },
    banner: { js: 'const PROGRAM_URL = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [lazyYaml, wordApart, { name: "start", setup: (bundling) => writeStart(bundling, outdir) }],
  };
}

const wordApart = {
  name: "the writer of Word files apart",
  setup: (bundling) =>
    bundling.onResolve({ filter: /\/render\/docx\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./word.cjs", external: true } : undefined,
    ),
};

function writeStart(bundling, outdir) {
  bundling.onStart(() => rmSync(join(outdir, "cli"), { recursive: true, force: true }));
  bundling.onEnd(({ errors }) => {
    if (errors.length > 0) return;
    const file = join(outdir, "cli", "main.cjs");
    const program = asASCII(readFileSync(file, "utf8"));
    writeFileSync(file, program);
    mkdirSync(outdir, { recursive: true });
    writeFileSync(join(outdir, "package.json"), '{ "type": "commonjs" }\n');
    const start = readFileSync(join(import.meta.dirname, "start.cjs"), "utf8");
    const name = createHash("sha256").update(program).digest("hex").slice(0, 16);
    writeFileSync(join(outdir, "cli.js"), start.replace('BUILD = "BUILD"', `BUILD = "${name}"`));
    chmodSync(join(outdir, "cli.js"), 0o755);
  });
}

/**
 * The start reads the program as plain ASCII, and puts it into a function, where there is no place for a first line of the shell's. What esbuild
 * leaves are characters in patterns and in marked templates, for which the same can be written; but not where a template is taken raw.
 */
function asASCII(program) {
  const other = /[^\p{ASCII}]/gu;
  if (/String\.raw`[^`]*[^\p{ASCII}]/u.test(program)) throw new Error("String.raw with a character that is not ASCII");
  return program
    .replace(/^#!.*\n/, "\n")
    .replace(other, (found) =>
      Array.from({ length: found.length }, (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
    );
}

if (process.argv[1] === import.meta.filename) await build(cliBundle(process.argv[2] ?? "dist"));
