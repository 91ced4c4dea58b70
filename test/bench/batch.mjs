// Checking many files, and one file cold: whole programs, with their time, processor time and memory as the system counts them.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const ours = join(here, "..", "..", "dist", "cli.js");
const spectral = join(here, "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
const sourcemeta = join(here, "node_modules", "@sourcemeta", "jsonschema", "npm", "cli.js");
const schemas = join(here, "..", "..", "schemas");

export const SPECTRAL = "Spectral 6.16.3";
export const SCRIPT = "yaml + ajv script";
export const SOURCEMETA = "sourcemeta jsonschema 16.11 (schema only)";

/** The programs on one file (`one`) or on the folder of 1,000. */
export function programs(one) {
  const target = one ? join("made", "files", "inst-0001.instrument.yaml") : join("made", "files");
  const glob = one ? target : join("made", "files", "*.yaml");
  const cli = (...more) => [process.execPath, ours, "check", "--format", "concise", "-q", ...more, target];
  return {
    scalewright: cli(),
    ...(one ? { "node -e 0": [process.execPath, "-e", "0"] } : { "scalewright, nothing changed": cli("--cache") }),
    [SPECTRAL]: [process.execPath, spectral, "lint", glob, "-r", "spectral.cjs", "-q"],
    [SCRIPT]: [process.execPath, "script.mjs", target],
    [SOURCEMETA]: [
      process.execPath,
      sourcemeta,
      "validate",
      join(schemas, "instrument.schema.json"),
      target,
      ...["--resolve", join(schemas, "shared.schema.json")],
      ...(one ? [] : ["--extension", ".yaml", "--continue"]),
    ],
  };
}

/** Seconds, processor seconds and peak MiB of a program; findings are no failure. */
export function run(command) {
  const started = performance.now();
  const done = spawnSync("/usr/bin/time", ["-f", "MEASURED %U %S %M", ...command], {
    cwd: here,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 900_000,
  });
  const wall = (performance.now() - started) / 1000;
  const [, user, system, memory] = /MEASURED ([\d.]+) ([\d.]+) (\d+)/.exec(done.stderr ?? "") ?? [];
  if (memory === undefined) throw new Error(`${command.slice(0, 3).join(" ")}: ${done.error ?? done.stderr}`);
  return {
    wall,
    cpu: Number(user) + Number(system),
    memory: Number(memory) / 1024,
    status: done.status,
    lines: done.stdout.split("\n").length - 1,
  };
}

/** So that the first run with the cache fills it. */
export const forget = () => rmSync(join(here, ".scalewright-cache"), { recursive: true, force: true });
