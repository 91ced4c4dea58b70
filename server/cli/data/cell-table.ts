/** The cells of a block of rows, as stretches of its bytes. The arrays are used again from block to block. */
export interface CellTable {
  bytes: Uint8Array;
  readonly width: number;
  rows: number;
  /** Cell `row * width + column` runs from `starts` to `ends`, outer quotes left out. A negative end, `~end`, marks a cell with doubled quotes. */
  starts: Int32Array;
  ends: Int32Array;
  /** Line that each row begins on, counted from 0 at the start of the block, and how many line ends the block has. */
  lines: Int32Array;
  lineCount: number;
  faults: CellFault[];
}

/** What keeps a row from being read as the header says; the row is left out. Line from 0 in the block, column from 0 in bytes of the line. */
export interface CellFault {
  readonly kind: "ragged-row" | "unclosed-quote" | "text-after-quote";
  readonly line: number;
  readonly column: number;
  /** Cells that a ragged row has. */
  readonly cells: number;
}

export function emptyTable(width: number): CellTable {
  const rows = 256;
  return {
    bytes: new Uint8Array(0),
    width,
    rows: 0,
    starts: new Int32Array(width * rows),
    ends: new Int32Array(width * rows),
    lines: new Int32Array(rows),
    lineCount: 0,
    faults: [],
  };
}

/** Makes room for at least this many rows. */
export function reserve(table: CellTable, rows: number): void {
  if (table.lines.length >= rows) return;
  const size = Math.max(rows, table.lines.length * 2);
  table.starts = copied(table.starts, size * table.width);
  table.ends = copied(table.ends, size * table.width);
  table.lines = copied(table.lines, size);
}

function copied(old: Int32Array, size: number): Int32Array {
  const made = new Int32Array(size);
  made.set(old);
  return made;
}

/** The text of one cell. */
export function cellText(table: CellTable, cell: number): string {
  const start = table.starts[cell] ?? 0;
  const end = table.ends[cell] ?? 0;
  if (end >= 0) return textOf(table.bytes, start, end);
  return textOf(table.bytes, start, ~end).replaceAll('""', '"');
}

/** The text of a stretch of bytes. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  const first = bytes[start] ?? 0;
  if (end - start === 1 && first < 128) return String.fromCharCode(first);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
}
