import { type CellTable, reserve } from "./cell-table.ts";
import { CR, type CsvForm, LF } from "./csv-form.ts";

/** Reads a block of whole rows in which no quote occurs: every separator and every row end ends a cell. This is the loop that decides the speed. */
export function readPlainRows(bytes: Uint8Array, { separator, rowEnd }: CsvForm, table: CellTable): void {
  const { width } = table;
  const length = bytes.length;
  // Only before LF is a CR part of the row's end.
  const carriageReturn = rowEnd === LF ? CR : -1;
  let { starts, ends, lines } = table;
  let room = starts.length - width;
  let line = 0;
  let rows = 0;
  let rowSlot = 0;
  let slot = 0;
  let column = 0;
  let start = 0;
  for (let at = 0; at <= length; at++) {
    const byte = at < length ? bytes[at] : rowEnd;
    if (byte === separator) {
      if (column < width) {
        starts[slot] = start;
        ends[slot] = at;
        slot++;
      }
      column++;
      start = at + 1;
    } else if (byte === rowEnd) {
      const end = at < length && at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
      // An empty line is no row; neither is what follows the last row end.
      if (column > 0 || end > start) {
        if (column < width) {
          starts[slot] = start;
          ends[slot] = end;
          slot++;
        }
        column++;
        if (column === width) {
          lines[rows++] = line;
          rowSlot = slot;
        } else {
          table.faults.push({ kind: "ragged-row", line, column: 0, cells: column });
          slot = rowSlot;
        }
        column = 0;
        if (slot > room) {
          reserve(table, rows * 2 + 1);
          ({ starts, ends, lines } = table);
          room = starts.length - width;
        }
      }
      if (at < length) line++;
      start = at + 1;
    }
  }
  table.rows = rows;
  table.lineCount = line;
}
