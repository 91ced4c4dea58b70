import { COMMA, CR, LF, QUOTE } from "../../data/csv-form.ts";
import { csvCell } from "../../data/csv-write.ts";
import { LONG, longText, type PackedCells, shortText } from "../../data/packed-cells.ts";
import { type CellPool, lengthOf, longTextOf, startOf, TWO_WORDS } from "./cell-pool.ts";

/** By row, the codes of its texts. */
type WriteRows = (cells: PackedCells, codes: Int32Array, room: Uint8Array<ArrayBuffer> | undefined) => Uint8Array<ArrayBuffer>;

/** Puts the rows of a block together: the kept cells of the input, then the texts of the scores. They stand in `room` where it is large enough. */
export function rowWriter(kept: readonly number[], pool: CellPool): WriteRows {
  return (cells, codes, room) => {
    const { rows } = cells;
    const width = rows === 0 ? 0 : codes.length / rows;
    const source = new DataView(pool.bytes.buffer);
    const copies = kept.map((column) => ({ column, long: 0 }));
    // A cell of the input may need quotes around it, and every quote in it doubled.
    const needed = SLACK + cells.bytes.length * 2 + rows * (2 + 4 * kept.length) + roomForTexts(codes, pool);
    const bytes = room !== undefined && room.buffer.byteLength >= needed ? room.buffer : Buffer.allocUnsafeSlow(needed).buffer;
    const buffer = new Uint8Array(bytes);
    const view = new DataView(bytes);
    // The comma before the first cell of a row falls on the byte before the row, which is put right afterwards.
    let at = 1;
    for (let row = 0, next = 0; row < rows; row++, next += width) {
      const start = at;
      at = start - 1;
      for (const copy of copies) {
        buffer[at++] = COMMA;
        at = writeKept(buffer, at, cells, row, copy);
      }
      at = writeTexts(view, at, source, pool, codes, next, next + width);
      buffer[start - 1] = LF;
      if (at < start) at = start;
      buffer[at++] = LF;
    }
    return buffer.subarray(1, at);
  };
}

/** Room that is enough; it is not counted where it is little anyway. */
function roomForTexts(codes: Int32Array, pool: CellPool): number {
  if (codes.length * pool.longest < 1 << 22) return codes.length * pool.longest;
  return codes.reduce((sum, code) => sum + (lengthOf(code) <= TWO_WORDS ? lengthOf(code) : longTextOf(pool, code).length), 0);
}

/** Copying in words writes a little beyond the text; what comes next writes over it. */
const SLACK = 32;
/** Bytes of a word: texts are copied as numbers of eight bytes. No text in UTF-8 makes one that is not a number, which might be changed on the way. */
const WORD = 8;

/** Copies texts one after another, and gives the place behind the last. */
function writeTexts(into: DataView, from: number, source: DataView, pool: CellPool, codes: Int32Array, first: number, end: number): number {
  let at = from;
  for (let next = first; next < end; next++) {
    const code = codes[next] ?? 0;
    const length = lengthOf(code);
    if (length <= TWO_WORDS) {
      const start = startOf(code);
      into.setFloat64(at, source.getFloat64(start, true), true);
      into.setFloat64(at + WORD, source.getFloat64(start + WORD, true), true);
      at += length;
    } else at = writeLongText(into, at, source, longTextOf(pool, code));
  }
  return at;
}

function writeLongText(into: DataView, at: number, source: DataView, { start, length }: { start: number; length: number }): number {
  for (let done = 0; done < length; done += WORD) into.setFloat64(at + done, source.getFloat64(start + done, true), true);
  return at + length;
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
