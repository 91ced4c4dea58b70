import type { Batch } from "../../scoring/batch.ts";
import type { DataFinding } from "../../scoring/dataFinding.ts";
import { cellReader } from "../data/cell-reader.ts";
import { type CellTable, cellText } from "../data/cell-table.ts";
import type { CsvForm } from "../data/csv-form.ts";
import { csvRow } from "../data/csv-write.ts";
import type { PlacedFinding } from "../data/data-findings.ts";
import { packedReader } from "../data/packed-reader.ts";
import { codeOfFault, explainFault } from "../data/read-csv.ts";
import { type BlockFinding, type ColumnScorer, columnScorer, type ScoredBlock } from "./columns/column-scorer.ts";
import type { Scorable } from "./load-instrument.ts";

/** What came of one block of rows: plain data that a thread can send. */
export interface BlockOutcome {
  /** Rows of the output file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Lines that the block has in the file. */
  readonly lines: number;
  /** Lines count from 0 in the block. Of each kind the first ones, or all where all are wanted. */
  readonly findings: readonly PlacedFinding[];
  /** The cells of the id column and the line of each, where one was named. */
  readonly ids: { readonly texts: readonly string[]; readonly lines: Int32Array };
  /** How many of each kind were found and are not in `findings`. */
  readonly more: readonly { readonly code: string; readonly severity: DataFinding["severity"]; readonly count: number }[];
}

export interface BlockScorerOptions {
  readonly form: CsvForm;
  readonly width: number;
  /** Undefined: all findings are wanted. */
  readonly mostFindings: number | undefined;
  /** The column whose cells are wanted. */
  readonly idColumn: number | undefined;
}

/** Scores one block. The rows are written into `room` where it is given and large enough. */
export type ScoreBlock = (bytes: Uint8Array, room: Uint8Array<ArrayBuffer> | undefined) => BlockOutcome;

/** Scores blocks of rows: by columns where the instrument allows it, else row by row. */
export function blockScorer(
  { compiled, scoring }: Scorable,
  batch: Batch,
  { form, width, mostFindings, idColumn }: BlockScorerOptions,
): ScoreBlock {
  const columns = columnScorer(compiled, scoring, batch);
  const score = columns === undefined ? rowScorer(form, width, batch) : packedScorer(form, width, columns);
  return (bytes, room) => {
    const { table, scored, text } = score(bytes, room);
    const findings: PlacedFinding[] = table.faults.map((fault) => ({
      code: codeOfFault(fault),
      severity: "error",
      message: explainFault(fault, width),
      line: fault.line,
    }));
    for (const { row, ...finding } of scored.findings) findings.push({ severity: "warning", ...finding, line: table.lines[row] ?? 0 });
    const ids = idColumn === undefined ? NO_IDS : idsOf(table, text, idColumn);
    return { bytes: scored.bytes, rows: table.rows, lines: table.lineCount, ids, ...limited(findings, mostFindings) };
  };
}

const NO_IDS: BlockOutcome["ids"] = { texts: [], lines: new Int32Array(0) };

function idsOf({ rows, lines }: Scored["table"], text: Scored["text"], column: number): BlockOutcome["ids"] {
  return { texts: Array.from({ length: rows }, (_, row) => text(row, column)), lines: lines.slice(0, rows) };
}

/** A block that was read and scored. */
interface Scored {
  readonly table: Pick<CellTable, "rows" | "lines" | "lineCount" | "faults">;
  readonly scored: ScoredBlock;
  readonly text: (row: number, column: number) => string;
}

function packedScorer(form: CsvForm, width: number, columns: ColumnScorer): (...block: Parameters<ScoreBlock>) => Scored {
  const read = packedReader(form, width);
  return (bytes, room) => {
    const table = read(bytes);
    return { table, scored: columns.score(table, room), text: table.text };
  };
}

function rowScorer(form: CsvForm, width: number, batch: Batch): (bytes: Uint8Array) => Scored {
  const read = cellReader(form, width);
  return (bytes) => {
    const table = read(bytes);
    return { table, scored: byRows(table, batch), text: (row, column) => cellText(table, row * width + column) };
  };
}

function byRows(table: CellTable, batch: Batch): ScoredBlock {
  const findings: BlockFinding[] = [];
  const rows: string[] = [];
  for (let row = 0; row < table.rows; row++) {
    const cells = Array.from({ length: table.width }, (_, column) => cellText(table, row * table.width + column));
    rows.push(csvRow(batch.row(cells, (finding) => findings.push({ ...finding, row }))));
  }
  return { bytes: new Uint8Array(Buffer.from(rows.join(""))), findings };
}

function limited(findings: readonly PlacedFinding[], most: number | undefined): Pick<BlockOutcome, "findings" | "more"> {
  if (most === undefined || findings.length <= most) return { findings, more: [] };
  const counts = new Map<string, { severity: DataFinding["severity"]; count: number }>();
  const kept = findings.filter(({ code, severity }) => {
    const seen = counts.get(code) ?? { severity, count: 0 };
    seen.count++;
    counts.set(code, seen);
    return seen.count <= most;
  });
  const more = [...counts]
    .filter(([, { count }]) => count > most)
    .map(([code, { severity, count }]) => ({ code, severity, count: count - most }));
  return { findings: kept, more };
}
