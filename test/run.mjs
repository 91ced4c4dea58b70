// `npm test`: installs what is missing from npm, builds, and runs everything that needs npm alone. `npm test -- NAME …` runs only the parts of
// these names. `npm run test:more` builds and runs what needs other programs.
import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const project = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const tool = (...parts) => path.join(project, "node_modules", ...parts);
const node = process.execPath;
// Ends with the last test, whatever a test has left running.
const mocha = [node, "--import", "tsx", tool("mocha", "bin", "mocha.js"), "--no-color", "--exit"];
const vscode = [node, "--import", "tsx", path.join("test", "vscode", "run.ts")];

/** A part is one check that holds or does not, or a program that says itself how many tests passed and how many failed. */
const parts = [
  { name: "build", title: "the build", command: [node, "esbuild.mjs"] },
  { name: "lint", title: "form and lint", command: [node, tool("@biomejs", "biome", "bin", "biome"), "check"] },
  { name: "types", title: "types", command: [node, tool("typescript", "bin", "tsc"), "--noEmit"] },
  {
    name: "types",
    title: "types in the preview's page",
    command: [node, tool("typescript", "bin", "tsc"), "--noEmit", "-p", "client/media"],
  },
  { name: "unit", title: "pages and units", command: [...mocha, "test/**/*.test.ts"], counts: true },
  {
    name: "built",
    title: "the built programs",
    command: [...mocha, "--no-config", "--timeout=20000", "test/built/*.test.ts"],
    counts: true,
  },
  {
    name: "preview",
    title: "the preview and documents in a browser",
    command: [
      ...mocha,
      "--no-config",
      "--timeout=120000",
      // Two files at a time, the longest first.
      "--parallel",
      "--jobs=2",
      "--require=test/preview/browserFirst.ts",
      "test/preview/keyboard.axe.ts",
      "test/preview/otherDocuments.axe.ts",
      "test/preview/browser.axe.ts",
      "test/document/hostile.axe.ts",
      "test/preview/translation.axe.ts",
      "test/preview/panel.axe.ts",
    ],
    counts: true,
  },
  { name: "vscode", title: "the newest and the oldest VS Code", command: [...vscode, "--host=newest", "--host=oldest"], counts: true },
  { name: "web", title: "VS Code for the web", command: [...vscode, "--web"], counts: true },
  {
    name: "vsix",
    title: "the packed extension in all three",
    command: [...vscode, "--host=newest", "--host=oldest", "--vsix", "--ui", "--web"],
    counts: true,
  },
  {
    name: "documents",
    title: "documents in a Chromium of the machine, and as PDF",
    command: [...mocha, "--no-config", "--timeout=60000", "test/document/browser.axe.ts"],
    counts: true,
    needs: "chromium",
    more: true,
  },
  // With the setups that the README gives.
  {
    name: "neovim",
    title: "Neovim",
    command: ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile test/editors/neovim.lua"],
    more: true,
  },
  { name: "emacs", title: "Emacs with eglot", command: ["emacs", "--batch", "-l", "test/editors/eglot.el"], more: true },
];

const isMore = process.argv.includes("--more");
const wanted = process.argv.slice(2).filter((name) => name !== "--more");
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`no part is named ${unknown.join(", ")}: there are ${[...new Set(parts.map((part) => part.name))].join(", ")}`);
  process.exit(2);
}

if (!existsSync(tool(".package-lock.json"))) {
  const { status } = spawnSync("npm", ["ci"], { cwd: project, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(1);
}

const sum = { passed: 0, failed: 0 };
const notRun = [];
const lines = [];
for (const part of parts) {
  if (wanted.length > 0 ? !wanted.includes(part.name) : isMore && !part.more && part.name !== "build") continue;
  if (part.more && !isMore && wanted.length === 0) {
    notRun.push(`not run: ${part.title} (npm run test:more)`);
    continue;
  }
  const needed = part.needs ?? part.command[0];
  if (!isThere(needed)) {
    notRun.push(`not run: ${part.title} (${needed} is not installed)`);
    continue;
  }
  const { passed, failed, seconds } = await run(part);
  sum.passed += passed;
  sum.failed += failed;
  lines.push(`${failed === 0 ? "ok    " : "FAILED"} ${part.title}: ${passed} passed, ${failed} failed (${seconds} s)`);
}
console.log(["", ...lines, ...notRun].join("\n"));
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);

/** Runs one part and shows what it prints. What the parts of a part could not run is said again at the end. */
async function run(part) {
  console.log(`\n== ${part.title}`);
  const started = Date.now();
  const [file, ...args] = part.command;
  const child = spawn(file, args, { cwd: project, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output += text;
      process.stdout.write(text);
    });
  }
  const status = await new Promise((resolve) => child.on("close", resolve));
  for (const [line] of output.matchAll(/^not run: .*$/gm)) notRun.push(line);
  const seconds = Math.round((Date.now() - started) / 1000);
  return { ...(part.counts ? counted(output, status) : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }), seconds };
}

/** A program that ended badly, or that ran no test, has failed whatever it counted. */
function counted(output, status) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/(?:^|\s)(\d+) (?:passing|passed)\b/g);
  const failed = last(/(?:^|\s)(\d+) (?:failing|failed)\b/g);
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed };
}

function isThere(program) {
  if (path.isAbsolute(program)) return true;
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.some((folder) => isExecutable(path.join(folder, program)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
