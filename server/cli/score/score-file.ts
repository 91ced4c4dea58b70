import { type Batch, type BatchOptions, batchOf } from "../../scoring/batch.ts";
import type { Arguments } from "../arguments.ts";
import { outOf } from "../command.ts";
import { csvRow } from "../data/csv-write.ts";
import { type DataFindings, dataFindings } from "../data/data-findings.ts";
import type { OpenedData } from "../data/open-data.ts";
import { openOutput } from "../files/output-file.ts";
import { suggestion } from "../nearest.ts";
import { plural } from "../print/text.ts";
import { EXIT, refuse, type World } from "../world.ts";
import type { EarlyThreads } from "./early-threads.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import { writeBlocks } from "./write-blocks.ts";

/** Everything that scoring one file needs. */
export interface Job {
  readonly given: Arguments;
  readonly loaded: LoadedInstrument;
  readonly data: OpenedData;
  readonly options: BatchOptions;
  readonly batch: Batch;
  readonly findings: DataFindings;
  readonly world: World;
  readonly early: EarlyThreads;
  /** The id column, where one was named. */
  readonly id: { readonly column: string; readonly at: number } | undefined;
}

/** Takes the rows of the output file; gives a sentence where they cannot be written. */
export type WriteRows = (rows: string | Uint8Array) => string | undefined;

/** How many rows were scored, or why they could not be. */
export type WrittenRows = { readonly rows: number } | { readonly wrong: string };

/** What makes the data unreadable as a table. Half of the scores would look like all, so none are written. */
const UNREADABLE = ["ragged-row", "unclosed-quote", "unreadable-encoding", "kept-column-named-like-a-score"];

/** Scores a whole file: the scores to a file or standard output, findings to standard error. */
export async function scoreFile(
  given: Arguments,
  loaded: LoadedInstrument,
  data: OpenedData,
  readOptions: BatchOptions,
  world: World,
  early: EarlyThreads,
): Promise<number> {
  const column = given.text("id");
  const at = column === undefined ? -1 : data.stream.header.indexOf(column);
  if (column !== undefined && at < 0) return refuse(world, `the data have no column "${column}"${suggestion(column, data.stream.header)}`);
  const options = { ...readOptions, leaveOut: new Set(loaded.errors.keys()) };
  const batch = batchOf(loaded.compiled, data.stream.header, options);
  const leftOut = await reportLeftOut(loaded, batch, given.text("groups") !== undefined, world);
  const findings = dataFindings(data.file, world, given.text("data-report"));
  if ("failed" in findings) return refuse(world, findings.failed);
  for (const finding of batch.findings) findings.add({ ...finding, line: 1 });
  const job: Job = { given, loaded, data, options, batch, findings, world, early, id: column === undefined ? undefined : { column, at } };
  const wrong = findings.counts.has("kept-column-named-like-a-score") ? undefined : await writeScores(job);
  const reported = findings.finish();
  const failed = wrong ?? reported;
  if (failed !== undefined) return refuse(world, failed);
  return findings.errors > 0 || leftOut > 0 ? EXIT.findings : EXIT.fine;
}

/** Prints the errors of the scores that are not written; gives how many scores those are. */
async function reportLeftOut(
  { errors, compiled, document }: LoadedInstrument,
  batch: Batch,
  withGroups: boolean,
  world: World,
): Promise<number> {
  const problems = new Set([...errors.values()].flat());
  if (problems.size > 0) {
    const { makeReport } = await import("../print/report.ts");
    const { printConcise } = await import("../print/concise.ts");
    world.err.write(printConcise(makeReport([{ file: document.file, text: document.text, problems: [...problems] }])));
  }
  const written = new Set(batch.outputs.map(({ score }) => score));
  const scores = compiled.instrument.scores.values();
  const leftOut = scores.filter(({ id, helper, level }) =>
    level === "group" ? withGroups && batch.leftOut.has(id) : !helper && !written.has(id),
  );
  for (const { id } of leftOut) {
    world.err.write(`${document.file}: "${id}" is left out: ${batch.leftOut.get(id) ?? "it has an error"}\n`);
  }
  return leftOut.length;
}

async function writeScores(job: Job): Promise<string | undefined> {
  const { given, world, batch, findings } = job;
  const out = outOf(given);
  const opened = out === undefined ? undefined : openOutput(out, world.cwd);
  if (opened !== undefined && "failed" in opened) return opened.failed;
  const output = opened?.output;
  // A summary alone is what was asked for where no file is named for the scores.
  const silent = given.text("out") === undefined && given.flag("summary");
  const write: WriteRows = (rows) => {
    if (output !== undefined) return output.write(rows);
    if (!silent) world.out.write(rows);
    return undefined;
  };
  const wrong = write(csvRow(batch.header));
  const written = wrong === undefined ? await writeRows(job, write) : { wrong };
  if ("wrong" in written) {
    output?.abandon();
    return written.wrong;
  }
  if (UNREADABLE.some((code) => findings.counts.has(code))) {
    output?.abandon();
    if (out !== undefined) world.err.write(`"${out}" is not written, because the data cannot be read as a table\n`);
    return undefined;
  }
  const failed = output?.finish();
  if (failed === undefined && out !== undefined && !given.flag("quiet")) world.err.write(`scored ${plural(written.rows, "row")}\n`);
  return failed;
}

/** Groups and summaries are collected over people; everything else goes block by block, in threads where the file is large. */
async function writeRows(job: Job, write: WriteRows): Promise<WrittenRows> {
  const { given } = job;
  if (given.text("groups") === undefined && !given.flag("summary")) return await writeBlocks(job, write);
  const { writePeople } = await import("./write-people.ts");
  return await writePeople(job, write);
}
