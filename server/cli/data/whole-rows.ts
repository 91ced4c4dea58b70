import { type CsvForm, hasQuote, QUOTE } from "./csv-form.ts";

/**
 * How many of these bytes, which begin with a row, make whole rows; the rest waits for more. A row end inside quotes is part of a cell,
 * so bytes with a quote are followed one by one; without quotes the last row end is found at once.
 */
export function wholeRows(bytes: Uint8Array, form: CsvForm): number {
  const { separator, rowEnd } = form;
  if (!hasQuote(bytes)) return bytes.lastIndexOf(rowEnd) + 1;
  let state = CELL_START;
  let whole = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === rowEnd && state !== QUOTED) whole = at + 1;
    state = after(state, byte, separator, rowEnd);
  }
  return whole;
}

/** The first row that holds anything: where it ends (its row end included) and how many cells it has; undefined where it may go on. */
export function firstRow(bytes: Uint8Array, form: CsvForm, ended: boolean): { readonly end: number; readonly cells: number } | undefined {
  const { separator, rowEnd } = form;
  let state = CELL_START;
  let cells = 1;
  let any = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (state !== QUOTED && byte === separator) cells++;
    if (state !== QUOTED && byte === rowEnd && any) return { end: at + 1, cells };
    any ||= byte !== rowEnd && byte !== 0x0d;
    state = after(state, byte, separator, rowEnd);
  }
  return ended ? { end: bytes.length, cells } : undefined;
}

const CELL_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const AFTER_QUOTE = 3;

/** Where a reader of cells stands after this byte. Two quotes inside a quoted cell are one quote of its text. */
function after(state: number, byte: number, separator: number, rowEnd: number): number {
  if (state === QUOTED) return byte === QUOTE ? AFTER_QUOTE : QUOTED;
  if (byte === QUOTE && state !== PLAIN) return QUOTED;
  return byte === separator || byte === rowEnd ? CELL_START : PLAIN;
}
