import { type CellTable, reserve } from "./cell-table.ts";
import { CR, type CsvForm, LF, QUOTE } from "./csv-form.ts";

/** Reads a block of whole rows in which quotes occur. A cell is quoted where it begins with a quote; a quote elsewhere is text. */
export function readQuotedRows(bytes: Uint8Array, { separator, rowEnd }: CsvForm, table: CellTable): void {
  const { width, faults } = table;
  const length = bytes.length;
  // Only before LF is a CR part of the row's end.
  const carriageReturn = rowEnd === LF ? CR : -1;
  let at = 0;
  let line = 0;
  let lineStart = 0;
  table.rows = 0;
  while (at < length) {
    if (skipEmptyLine()) continue;
    reserve(table, table.rows + 1);
    const rowLine = line;
    const faultsBefore = faults.length;
    const cells = readRow(table.rows * width);
    if (faults.length > faultsBefore) continue;
    if (cells === width) table.lines[table.rows++] = rowLine;
    else faults.push({ kind: "ragged-row", line: rowLine, column: 0, cells });
  }
  table.lineCount = line;

  function skipEmptyLine(): boolean {
    const pair = bytes[at] === carriageReturn && bytes[at + 1] === LF;
    if (bytes[at] !== rowEnd && !pair) return false;
    at += pair ? 2 : 1;
    line++;
    lineStart = at;
    return true;
  }

  /** Reads cells up to the end of the row and gives their number; those beyond the width are counted and not kept. */
  function readRow(first: number): number {
    for (let column = 0; ; ) {
      const slot = column < width ? first + column : -1;
      if (bytes[at] === QUOTE) readQuoted(slot);
      else readPlain(slot);
      column++;
      if (at >= length) return column;
      if (bytes[at++] === rowEnd) {
        line++;
        lineStart = at;
        return column;
      }
    }
  }

  function readPlain(slot: number): void {
    const start = at;
    let end = start;
    while (end < length && bytes[end] !== separator && bytes[end] !== rowEnd) end++;
    at = end;
    const stripped = end < length && bytes[end] === rowEnd && end > start && bytes[end - 1] === carriageReturn;
    keep(slot, start, stripped ? end - 1 : end);
  }

  function readQuoted(slot: number): void {
    const start = at + 1;
    const opened = { line, column: at - lineStart };
    let doubled = false;
    for (at = start; at < length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (bytes[at + 1] !== QUOTE) break;
        doubled = true;
        at++;
      } else if (byte === rowEnd) {
        line++;
        lineStart = at + 1;
      }
    }
    keep(slot, start, doubled ? ~at : at);
    if (at >= length) {
      faults.push({ kind: "unclosed-quote", ...opened, cells: 0 });
      return;
    }
    at++;
    if (bytes[at] === carriageReturn && bytes[at + 1] === LF) at++;
    if (at >= length || bytes[at] === separator || bytes[at] === rowEnd) return;
    faults.push({ kind: "text-after-quote", line, column: at - lineStart, cells: 0 });
    while (at < length && bytes[at] !== separator && bytes[at] !== rowEnd) at++;
  }

  function keep(slot: number, start: number, end: number): void {
    if (slot < 0) return;
    table.starts[slot] = start;
    table.ends[slot] = end;
  }
}
