import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../files/decode.ts";
import { STDIN } from "../files/discover.ts";
import { writeOutput } from "../files/output-file.ts";
import { readFile } from "../files/read-file.ts";
import type { Report } from "../print/report.ts";
import { plural } from "../print/text.ts";
import type { World } from "../world.ts";
import { applyBaseline, printBaseline, readBaseline } from "./baseline.ts";

export interface BaselineFiles {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly quiet: boolean;
}

/** Writes the findings down, or leaves out those that are written down already and says which entries nothing has any more. */
export function useBaseline(
  report: Report,
  { from, to, quiet }: BaselineFiles,
  world: World,
): { readonly report: Report } | { readonly wrong: string } {
  if (to !== undefined) {
    const wrong = writeOutput(to, world.cwd, printBaseline(report));
    if (wrong !== undefined) return { wrong };
    const kept = report.files.reduce((sum, file) => sum + file.findings.length, 0);
    if (!quiet) world.err.write(`wrote ${plural(kept, "finding")} to "${to}"\n`);
    return silence(report, printBaseline(report), to, world);
  }
  const read = readFile(resolve(world.cwd, from ?? ""), from ?? "");
  if ("failed" in read) return { wrong: read.failed };
  const decoded = decode(read.bytes);
  if ("unreadable" in decoded) return { wrong: `"${from}": ${decoded.unreadable}` };
  const silenced = silence(report, decoded.text, from ?? "", world);
  if ("wrong" in silenced || quiet) return silenced;
  for (const entry of silenced.stale)
    world.err.write(`${from}: no longer found, delete it: ${entry.file}: ${entry.code}: ${entry.message}\n`);
  return silenced;
}

function silence(report: Report, text: string, name: string, world: World) {
  const entries = readBaseline(text);
  if (entries === undefined) return { wrong: `"${name}" is not a baseline written by --write-baseline` };
  return applyBaseline(report, entries, (file) => file !== STDIN && !existsSync(resolve(world.cwd, file)));
}
