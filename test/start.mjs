// `npm start`: builds, checks and scores a sample on the command line, then opens the samples in an editor. `npm start -- --no-editor` stops before that.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const project = path.join(import.meta.dirname, "..");
const instrument = "samples/link-worker-retention.instrument.yaml";
const answers = "samples/data/link-worker-retention-responses.csv";

if (!existsSync(path.join(project, "node_modules", ".package-lock.json"))) run("npm", ["ci"]);
run(process.execPath, ["esbuild.mjs"]);

scalewright(["check", instrument]);
scalewright(["score", instrument, answers], 6);

if (!process.argv.includes("--no-editor")) {
  const windows = process.platform === "win32";
  const installed = spawnSync("code", ["--version"], { stdio: "ignore", shell: windows }).status === 0;
  if (installed) {
    console.log("\nopening the samples in VS Code");
    run("code", ["--new-window", `--extensionDevelopmentPath=${project}`, path.join(project, "samples"), path.join(project, instrument)]);
  } else {
    run(process.execPath, ["--import", "tsx", path.join("test", "vscode", "serve.ts"), "samples", instrument]);
  }
}

/** Shows a command as one would type it, with what it prints, of a long output the first lines. Findings are no reason to stop. */
function scalewright(args, lines) {
  console.log(`\n$ scalewright ${args.join(" ")}`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join("dist", "cli.js"), ...args], {
    cwd: project,
    encoding: "utf8",
  });
  const printed = stdout.trimEnd().split("\n");
  console.log(printed.slice(0, lines).join("\n"));
  if (lines !== undefined && printed.length > lines) console.log(`… and ${printed.length - lines} rows more`);
  if (stderr !== "") console.log(stderr.trimEnd());
  if (status === null || status > 1) process.exit(status ?? 1);
}

function run(file, args) {
  const { status } = spawnSync(file, args, {
    cwd: project,
    stdio: "inherit",
    shell: process.platform === "win32" && file !== process.execPath,
  });
  if (status !== 0) process.exit(status ?? 1);
}
