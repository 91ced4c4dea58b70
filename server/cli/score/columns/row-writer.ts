import { type CellTable, cellText } from "../../data/cell-table.ts";
import { COMMA, CR, LF, QUOTE } from "../../data/csv-form.ts";
import { csvCell } from "../../data/csv-write.ts";
import type { CellPool } from "./cell-pool.ts";

/** What is written for each row of one score: the text of its number, a comma before it. */
export interface WrittenStep {
  readonly numbers: Int32Array;
  readonly cells: CellPool;
}

/** Puts the rows of a block together: the kept cells of the input, then the cells of each score. The bytes that come back are a copy. */
export function rowWriter(kept: readonly number[], steps: readonly WrittenStep[]): (table: CellTable) => Uint8Array<ArrayBuffer> {
  let buffer = new Uint8Array(1 << 16);
  return (table) => {
    const longest = steps.reduce((sum, { cells }) => sum + cells.longest, 2);
    const columns = steps.map(({ numbers, cells }) => ({ numbers, pool: cells.bytes, ends: cells.ends }));
    const { width, rows } = table;
    let bytes = buffer;
    // The comma before the first cell of a row falls on the byte before the row, which is put right afterwards.
    let at = 1;
    for (let row = 0; row < rows; row++) {
      const start = at;
      const needed = start + longest + roomForKept(table, row * width, kept);
      if (needed > bytes.length) bytes = grown(bytes, at, needed);
      at = start - 1;
      for (const column of kept) {
        bytes[at++] = COMMA;
        at = writeCell(bytes, at, table, row * width + column);
      }
      for (let step = 0; step < columns.length; step++) {
        const column = columns[step];
        if (column === undefined) break;
        const { numbers, pool, ends } = column;
        const number = numbers[row] ?? 0;
        const end = ends[number] ?? 0;
        for (let place = number === 0 ? 0 : (ends[number - 1] ?? 0); place < end; place++) bytes[at++] = pool[place] ?? 0;
      }
      bytes[start - 1] = LF;
      if (at < start) at = start;
      bytes[at++] = LF;
    }
    buffer = bytes;
    return bytes.slice(1, at);
  };
}

function grown(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(Math.max(bytes.length * 2, needed));
  made.set(bytes.subarray(0, used));
  return made;
}

/** A cell of the input may need quotes around it and every quote in it doubled. */
function roomForKept(table: CellTable, firstCell: number, kept: readonly number[]): number {
  let room = 0;
  for (const column of kept) {
    const end = table.ends[firstCell + column] ?? 0;
    room += 3 + 2 * ((end < 0 ? ~end : end) - (table.starts[firstCell + column] ?? 0));
  }
  return room;
}

/** Writes a cell of the input as a CSV writer would, quotes only where they are needed, and gives the place behind it. */
function writeCell(bytes: Uint8Array, from: number, table: CellTable, cell: number): number {
  const start = table.starts[cell] ?? 0;
  const end = table.ends[cell] ?? 0;
  if (end < 0) return writeText(bytes, from, csvCell(cellText(table, cell)));
  const source = table.bytes;
  let at = from;
  for (let place = start; place < end; place++) {
    const byte = source[place] ?? 0;
    if (byte === COMMA || byte === QUOTE || byte === LF || byte === CR) return writeText(bytes, from, csvCell(cellText(table, cell)));
    bytes[at++] = byte;
  }
  return at;
}

function writeText(bytes: Uint8Array, at: number, text: string): number {
  const encoded = Buffer.from(text);
  bytes.set(encoded, at);
  return at + encoded.length;
}
