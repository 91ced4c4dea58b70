import { spawnSync } from "node:child_process";
import path from "node:path";
import { type HostName, serverCommand } from "./host.ts";
import { openWindow } from "./window.ts";

/**
 * The part of VS Code's command line that `runTests` needs. The environment says which VS Code it is (`VSCODE_HOST`)
 * and how many seconds a run may take (`VSCODE_TEST_TIMEOUT`). Extensions are installed by VS Code's own server program.
 */
const args = process.argv.slice(2);
const host: HostName = process.env.VSCODE_HOST === "oldest" ? "oldest" : "newest";
process.exitCode = args.some((arg) => /^--(install-extension|uninstall-extension|list-extensions|version)\b/.test(arg))
  ? manage()
  : await test();
process.exit();

function manage(): number {
  const command = serverCommand(host, args);
  return spawnSync(command.file, command.args, { stdio: "inherit" }).status ?? 1;
}

async function test(): Promise<number> {
  const limit = Number(process.env.VSCODE_TEST_TIMEOUT ?? 600);
  const verbose = args.includes("--verbose");
  const window = await openWindow({
    host,
    folder: args.filter((arg) => !arg.startsWith("-")).at(-1) ?? ".",
    extensionDevelopmentPath: valuesOf("extensionDevelopmentPath"),
    extensionTestsPath: valuesOf("extensionTestsPath")[0],
    extensionsDir: valuesOf("extensions-dir")[0],
    verbose,
    onLog: verbose ? console.log : undefined,
  });
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(`nothing in ${limit} s`), limit * 1000));
  const code = await Promise.race([window.exited, late]);
  if (code !== 0) {
    console.log(`VS Code said: ${code}\n${window.problems.join("\n")}`);
    const results = process.env.TEST_RESULT_DIR;
    if (results !== undefined) await window.page.screenshot({ path: path.join(results, "failure.png") });
  }
  await window.close();
  return code === 0 ? 0 : 1;
}

function valuesOf(name: string): string[] {
  const start = `--${name}=`;
  return args.filter((arg) => arg.startsWith(start)).map((arg) => arg.slice(start.length));
}
