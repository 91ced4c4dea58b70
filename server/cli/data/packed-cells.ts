import { type CellFault, type CellTable, cellText, textOf } from "./cell-table.ts";

/**
 * The cells of a block column by column, each as one number of two bytes: most answers are one or two characters long, and such a cell is
 * then told by its number alone. The arrays are used again from block to block.
 */
export interface PackedCells {
  bytes: Uint8Array;
  readonly width: number;
  rows: number;
  /** The cell of a row and a column stands at `column * stride + row`. */
  stride: number;
  numbers: Uint16Array;
  /** Where the long cells of each column begin and end in the bytes, in the order of the rows: two places for each. */
  readonly longs: Int32Array[];
  /** How many long cells each column has. */
  readonly longCounts: Int32Array;
  /** Where each row begins in the bytes. */
  rowStarts: Int32Array;
  /** Line that each row begins on, counted from 0 at the start of the block, and how many line ends the block has. */
  lines: Int32Array;
  lineCount: number;
  faults: CellFault[];
  /** The text of one cell; slow, for the few that are looked at one by one. */
  text(row: number, column: number): string;
}

/** The number of an empty cell. A cell of one byte has that byte for its number; of two bytes, the second counts 256. */
export const EMPTY = 0;
/** The number of every other cell. No two bytes of UTF-8 make it. */
export const LONG = 0xffff;

export function noCells(width: number): PackedCells {
  return {
    bytes: new Uint8Array(0),
    width,
    rows: 0,
    stride: 0,
    numbers: new Uint16Array(0),
    longs: Array.from({ length: width }, () => new Int32Array(0)),
    longCounts: new Int32Array(width),
    rowStarts: new Int32Array(0),
    lines: new Int32Array(0),
    lineCount: 0,
    faults: [],
    text: () => "",
  };
}

/** Makes room for a block of at most so many rows, and forgets the block before. */
export function clear(cells: PackedCells, rows: number): void {
  cells.rows = 0;
  cells.longCounts.fill(0);
  if (rows <= cells.stride) return;
  // An odd multiple of 32, so that the columns do not all fall on the same lines of the processor's cache.
  cells.stride = Math.ceil((rows * 1.2) / 64) * 64 + 32;
  cells.numbers = new Uint16Array(cells.stride * cells.width);
  cells.rowStarts = new Int32Array(cells.stride);
  cells.lines = new Int32Array(cells.stride);
}

/** Notes where a long cell stands. */
export function addLong(cells: PackedCells, column: number, start: number, end: number): void {
  const at = (cells.longCounts[column] ?? 0) * 2;
  let places = cells.longs[column] ?? new Int32Array(0);
  if (at + 2 > places.length) {
    const grown = new Int32Array(Math.max(64, cells.stride / 4, places.length * 2));
    grown.set(places);
    cells.longs[column] = grown;
    places = grown;
  }
  places[at] = start;
  places[at + 1] = end;
  cells.longCounts[column] = at / 2 + 1;
}

/** The number of a cell of which the bytes are known. */
export function numberOf(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] ?? 0;
  if (end === start) return EMPTY;
  if (end - start === 1 && first !== 0) return first;
  const second = bytes[start + 1] ?? 0;
  return end - start === 2 && second !== 0 ? first | (second << 8) : LONG;
}

/** The text of a long cell. A negative end marks doubled quotes, as in a table of cells. */
export function longText(bytes: Uint8Array, start: number, end: number): string {
  return end >= 0 ? textOf(bytes, start, end) : textOf(bytes, start, ~end).replaceAll('""', '"');
}

/** The text of a cell that is not long. */
export function shortText(number: number): string {
  if (number === EMPTY) return "";
  return textOf(number < 256 ? Uint8Array.of(number) : Uint8Array.of(number & 255, number >> 8), 0, number < 256 ? 1 : 2);
}

/** Packs cells that were read another way. */
export function packTable(table: CellTable, cells: PackedCells): void {
  const { bytes, width, rows, starts, ends } = table;
  clear(cells, rows);
  const { stride, numbers } = cells;
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let column = 0; column < width; column++, cell++) {
      const [start, end] = [starts[cell] ?? 0, ends[cell] ?? 0];
      const number = end < 0 ? LONG : numberOf(bytes, start, end);
      if (number === LONG) addLong(cells, column, start, end);
      numbers[column * stride + row] = number;
    }
  }
  cells.bytes = bytes;
  cells.rows = rows;
  cells.lines.set(table.lines.subarray(0, rows));
  cells.lineCount = table.lineCount;
  cells.faults = table.faults;
  cells.text = (row, column) => cellText(table, row * width + column);
}
