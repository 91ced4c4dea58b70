import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { buildSuite, buildWebSuite } from "./buildSuite.ts";
import { folders } from "./folders.ts";
import type { HostName } from "./host.ts";
import { installExtension, packExtension, unpacked } from "./packExtension.ts";
import { type Program, programOf } from "./program.ts";
import { openWebWindow } from "./webWindow.ts";

/**
 * Runs the suite of `suite/` inside a real VS Code: `--host newest`, `--host oldest` or both, `--vsix` for the packed and installed extension
 * instead of the folder, `--web` for VS Code for the web, `--ui` to look at the window from outside as well (`outside/`), `--desktop` to download VS Code and run there
 * (on Linux without a screen: `xvfb-run -a npm run test:electron`).
 */
const { values: options } = parseArgs({
  options: {
    host: { type: "string", multiple: true },
    vsix: { type: "boolean", default: false },
    ui: { type: "boolean", default: false },
    web: { type: "boolean", default: false },
    desktop: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});

interface Sum {
  readonly passed: number;
  readonly failed: number;
}

// The server build from npm is one for Linux.
const desktop = options.desktop || process.platform !== "linux" || process.arch !== "x64";
const vsix = options.vsix ? packExtension() : undefined;
const sums: Sum[] = [];
for (const name of options.host ?? (options.web ? [] : ["newest"])) {
  const host: HostName = name === "oldest" ? "oldest" : "newest";
  process.env.VSCODE_HOST = host;
  const program = await programOf(host, desktop);
  const extensions = vsix === undefined ? undefined : installExtension(host, program, vsix);
  console.log(`-- the ${host} VS Code${vsix === undefined ? "" : ", with the packed extension"}`);
  sums.push(await suite(host, program, extensions));
  if (options.ui && !desktop) sums.push(outside(extensions));
  else if (options.ui) console.log(`not run: the window of the ${host} VS Code from outside (only the server build has one in a browser)`);
}
if (options.web) sums.push(await web(vsix === undefined ? folders.project : unpacked(vsix)));
const passed = sums.reduce((all, sum) => all + sum.passed, 0);
const failed = sums.reduce((all, sum) => all + sum.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function suite(host: HostName, program: Program, extensions: string | undefined): Promise<Sum> {
  const results = path.join(folders.run, "results", `${host}${extensions === undefined ? "" : "-vsix"}`);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  let ended = true;
  await runTests({
    vscodeExecutablePath: program.executable,
    // VS Code wants an extension under development to run tests; where the installed one is tested it is an empty one.
    extensionDevelopmentPath: extensions === undefined ? folders.project : path.join(folders.harness, "stub"),
    extensionTestsPath: await buildSuite(),
    extensionTestsEnv: { TEST_RESULT_DIR: results, TEST_EXTENSION_FROM: extensions ?? folders.project },
    launchArgs: [
      folders.workspace,
      `--extensions-dir=${extensions ?? path.join(folders.run, "no-extensions")}`,
      `--user-data-dir=${path.join(folders.run, "user")}`,
      ...(options.verbose ? ["--verbose"] : []),
    ],
  }).catch((error: unknown) => {
    ended = false;
    console.log(String(error));
  });
  const spec = path.join(results, "spec.txt");
  if (existsSync(spec)) console.log(readFileSync(spec, "utf8"));
  const file = path.join(results, "result.json");
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const sum = JSON.parse(readFileSync(file, "utf8")) as Sum;
  return { passed: sum.passed, failed: sum.failed === 0 && !ended ? 1 : sum.failed };
}

/** The suite in VS Code for the web, where extensions run in a browser. */
async function web(extension: string): Promise<Sum> {
  console.log(`-- VS Code for the web${extension === folders.project ? "" : ", with the packed extension"}`);
  let result: Sum | undefined;
  const window = await openWebWindow({
    folder: folders.workspace,
    extension,
    tests: await buildWebSuite(),
    verbose: options.verbose,
    onLog(line) {
      const [, said] = /^suite result (\{.*\})$/.exec(line) ?? [];
      if (said !== undefined) result = JSON.parse(said) as Sum;
      else if (options.verbose || line.startsWith("suite ")) console.log(line.replace(/^suite /, ""));
    },
  });
  const late = new Promise<string>((resolve) => setTimeout(() => resolve("nothing in 600 s"), 600_000));
  const code = await Promise.race([window.exited, late]);
  if (code !== 0) {
    console.log(`VS Code said: ${code}\n${window.problems.join("\n")}`);
    mkdirSync(path.join(folders.run, "results"), { recursive: true });
    await window.page.screenshot({ path: path.join(folders.run, "results", "failed-web.png") });
  }
  await window.close();
  if (result === undefined) return { passed: 0, failed: 1 };
  return { passed: result.passed, failed: result.failed === 0 && code !== 0 ? 1 : result.failed };
}

function outside(extensions: string | undefined): Sum {
  const mocha = path.join(folders.project, "node_modules", "mocha", "bin", "mocha.js");
  const tests = path.join(folders.harness, "outside", "*.test.ts");
  const { status, stdout } = spawnSync(
    process.execPath,
    // Two files at a time: each opens windows of its own, with a server of its own behind them.
    ["--import", "tsx", mocha, "--no-config", "--no-color", "--forbid-only", "--forbid-pending", "--parallel", "--jobs=2", tests],
    {
      cwd: folders.project,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, TEST_EXTENSIONS_DIR: extensions ?? "" },
    },
  );
  console.log(stdout);
  const passing = Number(/(\d+) passing/.exec(stdout)?.[1] ?? 0);
  const failing = Number(/(\d+) failing/.exec(stdout)?.[1] ?? 0);
  return { passed: passing, failed: failing === 0 && status !== 0 ? 1 : failing };
}
