import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { buildSuite } from "./buildSuite.ts";
import { folders } from "./folders.ts";
import { installExtension, packExtension } from "./packExtension.ts";

/**
 * Runs the suite of `suite/` inside a real VS Code: `--host newest` or `oldest`, `--vsix` for the packed and installed extension instead
 * of the folder, `--ui` to use the window as a person would as well (`ui/`), `--desktop` to download VS Code and run there.
 */
const { values: options } = parseArgs({
  options: {
    host: { type: "string", default: "newest" },
    vsix: { type: "boolean", default: false },
    ui: { type: "boolean", default: false },
    desktop: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
});
const host = options.host === "oldest" ? "oldest" : "newest";
const results = path.join(folders.run, "results", `${host}${options.vsix ? "-vsix" : ""}`);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
process.env.VSCODE_HOST = host;

const extensions = options.vsix ? installExtension(host, packExtension()) : undefined;
const sum = await suite();
if (options.ui) {
  const window = ui();
  sum.passed += window.passed;
  sum.failed += window.failed;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);

interface Sum {
  passed: number;
  failed: number;
}

async function suite(): Promise<Sum> {
  let ended = true;
  await runTests({
    vscodeExecutablePath: options.desktop ? undefined : path.join(folders.harness, "code.mjs"),
    version: host === "oldest" ? "1.100.3" : "stable",
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
  const { passed, failed } = JSON.parse(readFileSync(file, "utf8")) as Sum;
  return { passed, failed: failed === 0 && !ended ? 1 : failed };
}

function ui(): Sum {
  const mocha = path.join(folders.project, "node_modules", "mocha", "bin", "mocha.js");
  const tests = path.join(folders.harness, "outside", "*.test.ts");
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", mocha, "--no-config", "--no-color", "--forbid-only", "--forbid-pending", tests],
    {
      cwd: folders.project,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, TEST_EXTENSIONS_DIR: extensions ?? "" },
    },
  );
  console.log(stdout);
  const passed = Number(/(\d+) passing/.exec(stdout)?.[1] ?? 0);
  const failed = Number(/(\d+) failing/.exec(stdout)?.[1] ?? 0);
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}
