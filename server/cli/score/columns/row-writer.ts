import { COMMA, CR, LF, QUOTE } from "../../data/csv-form.ts";
import { csvCell } from "../../data/csv-write.ts";
import { LONG, longText, type PackedCells, shortText } from "../../data/packed-cells.ts";
import type { CellPool } from "./cell-pool.ts";

/** What is written for each row of one score: the text of its number, a comma before it. */
export interface WrittenStep {
  readonly numbers: Int32Array;
  /** The number in the pool of each number's text. */
  readonly texts: Int32Array;
}

/** Puts the rows of a block together: the kept cells of the input, then the cells of each score. The bytes that come back are a copy. */
export function rowWriter(
  kept: readonly number[],
  steps: readonly WrittenStep[],
  pool: CellPool,
): (cells: PackedCells) => Uint8Array<ArrayBuffer> {
  let buffer = new Uint8Array(1 << 16);
  let view = new DataView(buffer.buffer);
  let texts = new Int32Array(0);
  return (cells) => {
    const { rows } = cells;
    const width = steps.length;
    if (texts.length < rows * width) texts = new Int32Array(rows * width * 2);
    for (const [place, step] of steps.entries()) lay(texts, step, place, width, rows);
    const { starts, lengths } = pool;
    const source = new DataView(pool.bytes.buffer);
    const copies = kept.map((column) => ({ column, long: 0 }));
    // A cell of the input may need quotes around it, and every quote in it doubled.
    const needed = SLACK + cells.bytes.length * 2 + rows * (2 + 4 * kept.length) + roomForTexts(texts, rows * width, pool);
    if (needed > buffer.length) {
      buffer = new Uint8Array(Math.ceil(needed * 1.2));
      view = new DataView(buffer.buffer);
    }
    const isShort = pool.longest <= 2 * WORD;
    // The comma before the first cell of a row falls on the byte before the row, which is put right afterwards.
    let at = 1;
    for (let row = 0, next = 0; row < rows; row++, next += width) {
      const start = at;
      at = start - 1;
      for (const copy of copies) {
        buffer[at++] = COMMA;
        at = writeKept(buffer, at, cells, row, copy);
      }
      const write = isShort ? writeShortTexts : writeTexts;
      at = write(view, at, source, starts, lengths, texts, next, next + width);
      buffer[start - 1] = LF;
      if (at < start) at = start;
      buffer[at++] = LF;
    }
    return buffer.slice(1, at);
  };
}

/** Puts the texts of one score into their places, row after row. */
function lay(into: Int32Array, { numbers, texts }: WrittenStep, place: number, width: number, rows: number): void {
  for (let row = 0, at = place; row < rows; row++, at += width) into[at] = texts[numbers[row] ?? 0] ?? 0;
}

/** Room that is enough; it is not counted where it is little anyway. */
function roomForTexts(texts: Int32Array, count: number, { lengths, longest }: CellPool): number {
  if (count * longest < 1 << 22) return count * longest;
  return texts.subarray(0, count).reduce((sum, text) => sum + (lengths[text] ?? 0), 0);
}

/** Copying in words writes a little beyond the text; what comes next writes over it. */
const SLACK = 32;
/** Bytes of a word: texts are copied as numbers of eight bytes. No text in UTF-8 makes one that is not a number, which might be changed on the way. */
const WORD = 8;

/** Copies texts of at most two words one after another, and gives the place behind the last. */
function writeShortTexts(
  into: DataView,
  from: number,
  source: DataView,
  starts: Int32Array,
  lengths: Int32Array,
  texts: Int32Array,
  first: number,
  end: number,
): number {
  let at = from;
  for (let next = first; next < end; next++) {
    const text = texts[next] ?? 0;
    const start = starts[text] ?? 0;
    into.setFloat64(at, source.getFloat64(start));
    into.setFloat64(at + WORD, source.getFloat64(start + WORD));
    at += lengths[text] ?? 0;
  }
  return at;
}

function writeTexts(
  into: DataView,
  from: number,
  source: DataView,
  starts: Int32Array,
  lengths: Int32Array,
  texts: Int32Array,
  first: number,
  end: number,
): number {
  let at = from;
  for (let next = first; next < end; next++) {
    const text = texts[next] ?? 0;
    const start = starts[text] ?? 0;
    const length = lengths[text] ?? 0;
    for (let done = 0; done < length; done += WORD) into.setFloat64(at + done, source.getFloat64(start + done));
    at += length;
  }
  return at;
}

/** A column of the input that is written as it is; `long` counts where its next long cell is noted. */
interface Copy {
  readonly column: number;
  long: number;
}

/** Writes a cell of the input as a CSV writer would, quotes only where they are needed, and gives the place behind it. */
function writeKept(bytes: Uint8Array, from: number, cells: PackedCells, row: number, copy: Copy): number {
  const number = cells.numbers[copy.column * cells.stride + row] ?? 0;
  if (number === LONG) return writeLong(bytes, from, cells, copy);
  const [first, second] = [number & 255, number >> 8];
  if (needsQuotes(first) || needsQuotes(second)) return writeText(bytes, from, csvCell(shortText(number)));
  let at = from;
  if (number !== 0) bytes[at++] = first;
  if (second !== 0) bytes[at++] = second;
  return at;
}

function writeLong(bytes: Uint8Array, from: number, cells: PackedCells, copy: Copy): number {
  const places = cells.longs[copy.column];
  const [start, end] = [places?.[copy.long] ?? 0, places?.[copy.long + 1] ?? 0];
  copy.long += 2;
  const source = cells.bytes;
  if (end < 0) return writeText(bytes, from, csvCell(longText(source, start, end)));
  let at = from;
  for (let place = start; place < end; place++) {
    const byte = source[place] ?? 0;
    if (needsQuotes(byte)) return writeText(bytes, from, csvCell(longText(source, start, end)));
    bytes[at++] = byte;
  }
  return at;
}

function needsQuotes(byte: number): boolean {
  return byte === COMMA || byte === QUOTE || byte === LF || byte === CR;
}

function writeText(bytes: Uint8Array, at: number, text: string): number {
  const encoded = Buffer.from(text);
  bytes.set(encoded, at);
  return at + encoded.length;
}
