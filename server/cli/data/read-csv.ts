import { notUtf8 } from "../files/decode.ts";
import { cellReader } from "./cell-reader.ts";
import { type CellFault, cellText } from "./cell-table.ts";
import { bytesFrom, type CsvStream, openCsv } from "./csv-stream.ts";

/** A small CSV file as text: a map of columns, a table of norms, a panel. */
export interface CsvText {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line of the file that each row begins on, from 1. */
  readonly lines: readonly number[];
}

export type ReadCsv = { readonly csv: CsvText } | { readonly wrong: string; readonly code: string };

/** Reads a whole CSV file that fits into memory; the first thing that is wrong with it is explained. */
export function readCsv(bytes: Uint8Array): ReadCsv {
  const opened = openCsv(bytesFrom(bytes));
  if ("unreadable" in opened) return { wrong: opened.unreadable, code: "unreadable-encoding" };
  if ("empty" in opened) return { wrong: "the file is empty: there is no header row", code: "ragged-row" };
  return readRows(opened.stream);
}

/** The rows of an open CSV file, to its end. */
export function readRows(stream: CsvStream): ReadCsv {
  const width = stream.header.length;
  const read = cellReader(stream.form, width);
  const rows: string[][] = [];
  const lines: number[] = [];
  let firstLine = stream.firstLine;
  for (let block = stream.next(); block.kind !== "end"; block = stream.next()) {
    if (block.kind === "not-utf8") {
      return { wrong: notUtf8({ ...block.at, line: block.at.line + firstLine }), code: "unreadable-encoding" };
    }
    const table = read(block.bytes);
    const [fault] = table.faults;
    if (fault !== undefined) {
      const message = `line ${firstLine + fault.line + 1}: ${explainFault(fault, width)}`;
      return { wrong: message, code: codeOfFault(fault) };
    }
    for (let row = 0; row < table.rows; row++) {
      rows.push(Array.from({ length: width }, (_, column) => cellText(table, row * width + column)));
      lines.push(firstLine + (table.lines[row] ?? 0) + 1);
    }
    firstLine += table.lineCount;
  }
  return { csv: { header: stream.header, rows, lines } };
}

/** A fault of a row in a sentence that leaves its line to whoever shows it. Characters count from 1. */
export function explainFault(fault: CellFault, width: number): string {
  switch (fault.kind) {
    case "ragged-row":
      return `this row has ${fault.cells} cells, the header has ${width}`;
    case "unclosed-quote":
      return `the quotation mark at character ${fault.column + 1} of the line is never closed`;
    case "text-after-quote":
      return `at character ${fault.column + 1} of the line text follows the closing quotation mark of a cell; one inside a quoted cell is written ""`;
  }
}

/** The finding that a fault is reported as. */
export function codeOfFault(fault: CellFault): string {
  return fault.kind === "ragged-row" ? "ragged-row" : "unclosed-quote";
}
