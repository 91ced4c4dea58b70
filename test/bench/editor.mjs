// From a key in the editor to the preview beside it: in a real VS Code, or where that does not come up, the preview's page in a browser by itself.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const SHOWN = /(\w+), from the key to the preview: median (\d+) ms, p95 (\d+) ms; behind \d+ quick keys: (-?\d+) ms/g;

/** Milliseconds by mode, and where they were measured. */
export function keyToPreview() {
  const inVsCode = read(["node_modules/mocha/bin/mocha.js", "--no-config", "test/vscode/outside/edits.test.ts"]);
  if (inVsCode.length > 0) return { where: "in a real VS Code, the editor's own part included", modes: inVsCode };
  return { where: "in a browser, from the server's getting of the edit on", modes: read(["test/bench/editToPage.ts"]) };
}

function read(program) {
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", ...program], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TEST_EXTENSIONS_DIR: "" },
    stdio: ["ignore", "pipe", "ignore"],
    timeout: 240_000,
  });
  return [...(stdout ?? "").matchAll(SHOWN)].map(([, mode, ...times]) => {
    const [median, p95, behind] = times.map(Number);
    return { mode, median, p95, behind };
  });
}
