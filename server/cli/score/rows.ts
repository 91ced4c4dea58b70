import { cellReader } from "../data/cell-reader.ts";
import { cellText } from "../data/cell-table.ts";
import type { CsvStream } from "../data/csv-stream.ts";
import type { PlacedFinding } from "../data/data-findings.ts";
import { codeOfFault, explainFault } from "../data/read-csv.ts";
import { notUtf8 } from "../files/decode.ts";

/** One row of data: its cells and the line of the file that it begins on, from 1. */
export interface DataRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The rows of a file one by one. What cannot be read as a row is reported. */
export function* rowsOf(stream: CsvStream, report: (finding: PlacedFinding) => void): Generator<DataRow> {
  const width = stream.header.length;
  const read = cellReader(stream.form, width);
  let firstLine = stream.firstLine;
  for (let block = stream.next(); block.kind !== "end"; block = stream.next()) {
    if (block.kind === "not-utf8") {
      const message = notUtf8({ ...block.at, line: block.at.line + firstLine });
      report({ code: "unreadable-encoding", severity: "error", message });
      return;
    }
    const table = read(block.bytes);
    for (const fault of table.faults) {
      report({ code: codeOfFault(fault), severity: "error", message: explainFault(fault, width), line: firstLine + fault.line + 1 });
    }
    for (let row = 0; row < table.rows; row++) {
      const cells = Array.from({ length: width }, (_, column) => cellText(table, row * width + column));
      yield { cells, line: firstLine + (table.lines[row] ?? 0) + 1 };
    }
    firstLine += table.lineCount;
  }
}
