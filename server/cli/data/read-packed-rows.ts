import { textOf } from "./cell-table.ts";
import { CR, type CsvForm, LF } from "./csv-form.ts";
import { addLong, clear, EMPTY, LONG, numberOf, type PackedCells } from "./packed-cells.ts";

/** Reads a block of whole rows in which no quote occurs, two short answers a step where it can. This is the loop that decides the speed. */
export function readPackedRows(block: Uint8Array, form: CsvForm, cells: PackedCells): void {
  const { separator, rowEnd } = form;
  const { width } = cells;
  const { length } = block;
  clear(cells, Math.floor(length / width) + 2);
  const bytes = withRowEnd(block, rowEnd);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const lastWord = bytes.length - 4;
  const twoAnswers = (separator << 24) | (DIGIT << 16) | (separator << 8) | DIGIT;
  // Only before LF is a CR part of the row's end.
  const carriageReturn = rowEnd === LF ? CR : -1;
  const { stride, numbers, rowStarts, lines } = cells;
  cells.faults = [];
  let line = 0;
  let rows = 0;
  let at = 0;
  while (at < length) {
    const first = bytes[at];
    if (first === rowEnd || (first === carriageReturn && bytes[at + 1] === rowEnd && at + 1 < length)) {
      // An empty line is no row.
      at += first === rowEnd ? 1 : 2;
      line++;
      continue;
    }
    rowStarts[rows] = at;
    // Cells beyond the width fall behind the end of the array, where nothing is kept.
    let slot = rows;
    for (let isLast = false; !isLast; ) {
      for (; at <= lastWord; at += 4) {
        const word = view.getUint32(at, true);
        if ((word & IS_TWO_ANSWERS) !== twoAnswers) break;
        numbers[slot] = word & 255;
        numbers[slot + stride] = (word >> 16) & 255;
        slot += stride * 2;
      }
      const start = at;
      let byte = bytes[at] ?? 0;
      // A blank, or an answer of one byte that stands beside one.
      if (byte === separator) {
        numbers[slot] = EMPTY;
        slot += stride;
        at++;
        continue;
      }
      if (bytes[at + 1] === separator && byte !== rowEnd && byte !== 0) {
        numbers[slot] = byte;
        slot += stride;
        at += 2;
        continue;
      }
      while (byte !== separator && byte !== rowEnd) byte = bytes[++at] ?? 0;
      isLast = byte === rowEnd;
      const end = isLast && at < length && at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
      const number = numberOf(bytes, start, end);
      if (number === LONG && slot < numbers.length) addLong(cells, (slot - rows) / stride, start, end);
      numbers[slot] = number;
      slot += stride;
      at++;
    }
    const columns = (slot - rows) / stride;
    if (columns === width) lines[rows++] = line;
    else {
      cells.faults.push({ kind: "ragged-row", line, column: 0, cells: columns });
      takeBack(cells, rows, columns);
    }
    if (at <= length) line++;
  }
  cells.bytes = bytes;
  cells.rows = rows;
  cells.lineCount = line;
  cells.text = (row, column) => textInRow(bytes, length, form, rowStarts[row] ?? 0, column);
}

/** Four bytes at once: a digit from 0 to 7, the separator, and both again. The digits 8 and 9 are left out, since they differ in more bits. */
const IS_TWO_ANSWERS = 0xff_f8_ff_f8 | 0;
const DIGIT = 0x30;

/** So that every cell of the block ends with a byte. */
function withRowEnd(block: Uint8Array, rowEnd: number): Uint8Array {
  if (block.length === 0 || block[block.length - 1] === rowEnd) return block;
  const ended = new Uint8Array(block.length + 1);
  ended.set(block);
  ended[block.length] = rowEnd;
  return ended;
}

/** Forgets the long cells of a row that is left out. */
function takeBack({ longCounts, numbers, stride, width }: PackedCells, row: number, columns: number): void {
  for (let column = 0; column < Math.min(columns, width); column++) {
    if (numbers[column * stride + row] === LONG) longCounts[column] = (longCounts[column] ?? 0) - 1;
  }
}

function textInRow(bytes: Uint8Array, length: number, { separator, rowEnd }: CsvForm, rowStart: number, column: number): string {
  let start = rowStart;
  for (let before = column; before > 0; start++) if (bytes[start] === separator) before--;
  let end = start;
  while (bytes[end] !== separator && bytes[end] !== rowEnd) end++;
  const isPair = rowEnd === LF && bytes[end] === rowEnd && end < length && end > start && bytes[end - 1] === CR;
  return textOf(bytes, start, isPair ? end - 1 : end);
}
