import { type Batch, type BatchOptions, batchOf } from "../../scoring/batch.ts";
import type { Arguments } from "../arguments.ts";
import { csvRow } from "../data/csv-write.ts";
import { type DataFindings, dataFindings } from "../data/data-findings.ts";
import type { OpenedData } from "../data/open-data.ts";
import { openOutput } from "../files/output-file.ts";
import { plural } from "../print/text.ts";
import { EXIT, refuse, type World } from "../world.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import { rowsOf } from "./rows.ts";

/** Scores a whole file: the scores to a file or standard output, findings to standard error. */
export async function scoreFile(
  given: Arguments,
  loaded: LoadedInstrument,
  data: OpenedData,
  options: BatchOptions,
  world: World,
): Promise<number> {
  const batch = batchOf(loaded.compiled, data.stream.header, { ...options, leaveOut: new Set(loaded.errors.keys()) });
  const leftOut = await reportLeftOut(loaded, batch, world);
  const findings = dataFindings(data.file, world, given.text("data-report"));
  if ("failed" in findings) return refuse(world, findings.failed);
  for (const finding of batch.findings) findings.add({ ...finding, line: 1 });
  const unusable = batch.findings.some(({ code }) => code === "kept-column-named-like-a-score");
  const wrong = unusable ? undefined : await writeScores(given, loaded, data, batch, findings, world);
  const reported = findings.finish();
  const failed = wrong ?? reported;
  if (failed !== undefined) return refuse(world, failed);
  return findings.errors > 0 || leftOut > 0 ? EXIT.findings : EXIT.fine;
}

/** Prints the errors of the scores that are not written; gives how many scores those are. */
async function reportLeftOut({ errors, compiled, document }: LoadedInstrument, batch: Batch, world: World): Promise<number> {
  const problems = new Set([...errors.values()].flat());
  if (problems.size > 0) {
    const { makeReport } = await import("../print/report.ts");
    const { printConcise } = await import("../print/concise.ts");
    world.err.write(printConcise(makeReport([{ file: document.file, text: document.text, problems: [...problems] }])));
  }
  const written = new Set(batch.outputs.map(({ score }) => score));
  const leftOut = compiled.instrument.scores.values().filter(({ id, helper, level }) => level === "person" && !helper && !written.has(id));
  for (const { id } of leftOut) world.err.write(`${document.file}: "${id}" is left out: ${batch.leftOut.get(id) ?? "it has an error"}\n`);
  return leftOut.length;
}

async function writeScores(
  given: Arguments,
  loaded: LoadedInstrument,
  data: OpenedData,
  batch: Batch,
  findings: DataFindings,
  world: World,
): Promise<string | undefined> {
  const out = given.text("out");
  const summaryOnly = given.flag("summary") && out === undefined;
  const opened = out === undefined ? undefined : openOutput(out, world.cwd);
  if (opened !== undefined && "failed" in opened) return opened.failed;
  const output = opened?.output;
  const write = (text: string | Uint8Array): string | undefined => {
    if (output !== undefined) return output.write(text);
    if (!summaryOnly) world.out.write(text);
    return undefined;
  };
  const extras = await extrasOf(given, loaded, world);
  const ids = duplicateIds(given.text("id"), data.stream.header, findings);
  if (typeof ids === "string") {
    output?.abandon();
    return ids;
  }
  let wrong = write(csvRow(batch.header));
  let pending = "";
  let rows = 0;
  for (const { cells, line } of rowsOf(data.stream, findings.add)) {
    rows++;
    const report = (finding: Parameters<DataFindings["add"]>[0]): void => findings.add({ ...finding, line });
    ids?.(cells, line);
    if (extras.length > 0) {
      const person = batch.person(cells, () => undefined);
      for (const extra of extras) extra.add(person);
    }
    pending += csvRow(batch.row(cells, report));
    if (pending.length > 1 << 16) {
      wrong ??= write(pending);
      pending = "";
    }
    if (wrong !== undefined) return wrong;
  }
  wrong ??= write(pending);
  if (wrong !== undefined) return wrong;
  // A file that could not be read as rows gives no scores: half of them would look like all.
  if (findings.counts.has("ragged-row") || findings.counts.has("unclosed-quote") || findings.counts.has("unreadable-encoding")) {
    output?.abandon();
    return out === undefined ? undefined : `"${out}" is not written, because the data could not be read whole`;
  }
  for (const extra of extras) {
    const failed = extra.finish();
    if (failed !== undefined) return failed;
  }
  if (out !== undefined && !given.flag("quiet")) world.err.write(`scored ${plural(rows, "row")}\n`);
  return output?.finish();
}

/** Something that is collected over all people beside the scores. */
export interface Extra {
  add(person: ReturnType<Batch["person"]>): void;
  finish(): string | undefined;
}

async function extrasOf(given: Arguments, loaded: LoadedInstrument, world: World): Promise<readonly Extra[]> {
  const extras: Extra[] = [];
  const groups = given.text("groups");
  if (groups !== undefined) extras.push((await import("./group-file.ts")).groupFile(loaded, groups, world));
  if (given.flag("summary")) extras.push((await import("./print-summary.ts")).summaryPrinter(loaded, given.flag("helpers"), world));
  return extras;
}
