// Builds the command line and the language server: of each a small start, and the program, of which V8's code is kept between runs.
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { lazyYaml } from "../syntax/lazyYaml.mjs";

/** The options of esbuild for the command line: `cli.js` and the folder `cli/` in `outdir`. */
export function cliBundle(outdir) {
  return {
    // A check does without half of the program. The writer of Word files is as large as a quarter of the rest, and is loaded only for them.
    ...bundle(outdir, "cli", { main: "server/cli/main.ts", check: "server/cli/check-main.ts", word: "server/document/render/docx.ts" }, [
      wordApart,
    ]),
    define: { "import.meta.url": "PROGRAM_URL" },
    banner: { js: 'const PROGRAM_URL = require("node:url").pathToFileURL(__filename).href;' },
  };
}

/** The same for the language server in VS Code: `server.js` and the folder `server/`. */
export function serverBundle(outdir) {
  return bundle(outdir, "server", { main: "server/lsp/main.ts" }, []);
}

function bundle(outdir, name, entryPoints, plugins) {
  return {
    entryPoints,
    outdir: join(outdir, name),
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
    plugins: [lazyYaml, ...plugins, { name: "start", setup: (bundling) => writeStart(bundling, outdir, name) }],
  };
}

const wordApart = {
  name: "the writer of Word files apart",
  setup: (bundling) =>
    bundling.onResolve({ filter: /\/render\/docx\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./word.cjs", external: true } : undefined,
    ),
};

function writeStart(bundling, outdir, part) {
  bundling.onStart(() => rmSync(join(outdir, part), { recursive: true, force: true }));
  bundling.onEnd(({ errors }) => {
    if (errors.length > 0) return;
    const hash = createHash("sha256");
    for (const name of readdirSync(join(outdir, part)).filter((each) => STARTED.includes(each))) {
      const file = join(outdir, part, name);
      const program = asFunction(asASCII(readFileSync(file, "utf8")));
      writeFileSync(file, program);
      hash.update(program);
    }
    mkdirSync(outdir, { recursive: true });
    writeFileSync(join(outdir, "package.json"), '{ "type": "commonjs" }\n');
    const start = readFileSync(join(import.meta.dirname, "start.cjs"), "utf8");
    const name = hash.digest("hex").slice(0, 16);
    const file = join(outdir, `${part}.js`);
    writeFileSync(file, start.replace('PART = "PART"', `PART = "${part}"`).replace('BUILD = "BUILD"', `BUILD = "${name}"`));
    chmodSync(file, 0o755);
  });
}

/** What the start runs itself; the others are loaded as modules. */
const STARTED = ["main.cjs", "check.cjs"];

/** What a module of Node sees. Written here, so that the start need not make another text of a program to put it in. */
const asFunction = (program) => `(function (exports, require, module, __filename, __dirname) {${program}\n});\n`;

/**
 * The start reads a program as plain ASCII, inside a function, where there is no place for a first line of the shell's. What esbuild
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
