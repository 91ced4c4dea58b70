import { outOf } from "../command.ts";
import { SHOWN } from "../data/data-findings.ts";
import { notUtf8 } from "../files/decode.ts";
import { blockScorer } from "./block-scorer.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { threadCount } from "./early-threads.ts";
import { progressOf } from "./progress.ts";
import type { Job, WriteRows, WrittenRows } from "./score-file.ts";
import { scoreInThreads } from "./score-threads.ts";

/** Scores a file block by block and hands on the rows in their order. */
export async function writeBlocks(job: Job, write: WriteRows): Promise<WrittenRows> {
  const { loaded, data, batch, findings, given, options, world } = job;
  const { stream } = data;
  const mostFindings = given.text("data-report") === undefined ? SHOWN : undefined;
  const block = { form: stream.form, width: stream.header.length, mostFindings, idColumn: job.id?.at };
  const ids = job.id === undefined ? undefined : duplicateIds(job.id.column, findings);
  const own = blockScorer(loaded, batch, block);
  const threads = threadCount(given, data.size);
  const workerData = { document: loaded.document, cwd: world.cwd, header: stream.header, options, block };
  const outcomes = scoreInThreads(stream, threads, job.early, workerData, own);
  const progress = progressOf(data.size, world, given.flag("quiet"));
  let firstLine = stream.firstLine;
  let rows = 0;
  for (let next = await outcomes.next(); ; next = await outcomes.next()) {
    if (next.done) {
      progress.end();
      if (next.value.kind === "not-utf8") {
        const { line, character } = next.value.at;
        findings.add({ code: "unreadable-encoding", severity: "error", message: notUtf8({ line: line + firstLine, character }) });
      }
      return { rows };
    }
    const outcome = next.value;
    const wrong = write(outcome.bytes);
    if (wrong !== undefined || isUnread(job)) {
      await outcomes.return({ kind: "end" });
      return wrong === undefined ? { rows } : { wrong };
    }
    for (const finding of outcome.findings) findings.add({ ...finding, line: firstLine + (finding.line ?? 0) + 1 });
    for (const [row, text] of outcome.ids.texts.entries()) ids?.(text, firstLine + (outcome.ids.lines[row] ?? 0) + 1);
    for (const { code, severity, count } of outcome.more) findings.addCount(code, severity, count);
    firstLine += outcome.lines;
    rows += outcome.rows;
    progress.show(rows);
  }
}

/** Whether the scores were all that was wanted, and whoever took them has gone. */
function isUnread({ given, world }: Job): boolean {
  return world.out.isClosed && outOf(given) === undefined && given.text("data-report") === undefined;
}
