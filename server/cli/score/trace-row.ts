import { type BatchOptions, batchOf } from "../../scoring/batch.ts";
import { traceOf, traceText } from "../../scoring/trace.ts";
import { dataFindings } from "../data/data-findings.ts";
import type { OpenedData } from "../data/open-data.ts";
import { writeResult } from "../files/write-result.ts";
import { suggestion } from "../nearest.ts";
import { EXIT, refuse, type World } from "../world.ts";
import type { LoadedInstrument } from "./load-instrument.ts";
import { rowsOf } from "./rows.ts";

export interface TraceRequest {
  readonly score: string;
  /** The value in the id column. */
  readonly row: string;
  /** The id column; by default the first that is no item. */
  readonly id: string | undefined;
}

/** Shows how one score comes about for one person. */
export function traceRow(
  request: TraceRequest,
  { compiled, document }: LoadedInstrument,
  data: OpenedData,
  options: BatchOptions,
  world: World,
  out: string | undefined,
): number {
  const score = compiled.instrument.scores.get(request.score);
  if (score === undefined) return refuse(world, `no score is named "${request.score}"`);
  const { header } = data.stream;
  const batch = batchOf(compiled, header, { ...options, keepItems: false });
  const at = request.id === undefined ? (batch.kept[0] ?? -1) : header.indexOf(request.id);
  if (at < 0) {
    return refuse(
      world,
      request.id === undefined
        ? "the data have no column that names a person; use --id COLUMN"
        : `the data have no column "${request.id}"${suggestion(request.id, header)}`,
    );
  }
  const findings = dataFindings(data.file, world, undefined);
  if ("failed" in findings) return refuse(world, findings.failed);
  let shown = "";
  for (const { cells, line } of rowsOf(data.stream, findings.add)) {
    if ((cells[at] ?? "").trim() !== request.row.trim()) continue;
    if (shown !== "") {
      const message = `"${request.row}" stands in the id column more than once; the first row is shown`;
      findings.add({ code: "duplicate-row-id", severity: "error", message, line, column: header[at] ?? "" });
      continue;
    }
    const result = batch.person(cells, (finding) => findings.add({ ...finding, line })).result(request.score);
    const trace = result === undefined ? `"${request.score}" cannot be computed` : traceText(traceOf(score, result));
    shown = `${document.file}: ${header[at]} ${request.row}, line ${line} of ${data.file}\n${trace}\n`;
  }
  findings.finish();
  if (shown === "") return refuse(world, `no row of "${data.file}" has "${request.row}" in the column "${header[at]}"`);
  const wrong = writeResult(shown, out, world);
  if (wrong !== undefined) return refuse(world, wrong);
  return findings.errors > 0 ? EXIT.findings : EXIT.fine;
}
