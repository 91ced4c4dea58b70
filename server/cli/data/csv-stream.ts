import { isUtf8 } from "node:buffer";
import { readSync } from "node:fs";
import { firstWrongByte, hasByteOrderMark, notUtf8, otherEncoding } from "../files/decode.ts";
import type { Position } from "../positions.ts";
import { cellReader } from "./cell-reader.ts";
import { cellText } from "./cell-table.ts";
import { type CsvForm, detectForm } from "./csv-form.ts";
import { firstRow, wholeRows } from "./whole-rows.ts";

/** A CSV file as it is read: its header, then block after block of whole rows. However long the file, only one block is held here. */
export interface CsvStream {
  readonly form: CsvForm;
  readonly header: readonly string[];
  /** Line of the file, from 0, that the first block begins on. */
  readonly firstLine: number;
  /** The next block, or the end, or what keeps it from being read. */
  next(): Block;
  /** Takes back the bytes of a block that nobody looks at any more, to read another one into them. */
  takeBack(bytes: Uint8Array<ArrayBuffer>): void;
}

export type Block =
  | { readonly kind: "rows"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  /** A byte that is no UTF-8; the line counts from the start of this block. */
  | { readonly kind: "not-utf8"; readonly at: Position };

export type OpenedCsv = { readonly stream: CsvStream } | { readonly unreadable: string } | { readonly empty: true };

const BLOCK = 1 << 18;
/** A row longer than this is taken for an unclosed quote. */
const LONGEST_ROW = 1 << 24;

/** Beginnings of rows that wait for more are mostly shorter than this, so that bytes taken back are mostly long enough. */
const ROOM_FOR_REST = 1 << 12;
/** So many blocks are kept to be used again. */
const MOST_SPARE = 8;

/** Fills the array as far as it can and gives the number of bytes; 0 at the end. */
export type ReadBytes = (into: Uint8Array) => number;

/** Reads from an open file. */
export function bytesOf(descriptor: number): ReadBytes {
  return (into) => readSync(descriptor, into, 0, into.length, null);
}

/** Reads from bytes at hand. */
export function bytesFrom(bytes: Uint8Array): ReadBytes {
  let at = 0;
  return (into) => {
    const part = bytes.subarray(at, at + into.length);
    into.set(part);
    at += part.length;
    return part.length;
  };
}

export function openCsv(read: ReadBytes, blockSize = BLOCK): OpenedCsv {
  const spare: ArrayBuffer[] = [];
  let rest = new Uint8Array(0);
  let ended = false;
  readMore();
  const encoding = otherEncoding(rest);
  if (encoding !== undefined) return { unreadable: `this file is written in ${encoding}; save it as UTF-8` };
  if (hasByteOrderMark(rest)) rest = rest.slice(3);
  const form = detectForm(rest);
  let row = firstRow(rest, form, ended);
  while (row === undefined && rest.length < LONGEST_ROW) {
    readMore();
    row = firstRow(rest, form, ended);
  }
  const bytes = rest.subarray(0, row?.end ?? 0);
  if (!isUtf8(bytes)) return { unreadable: notUtf8(firstWrongByte(Buffer.from(bytes))) };
  const table = cellReader(form, row?.cells ?? 0)(bytes);
  if (row === undefined || table.rows === 0) return { empty: true };
  const header = Array.from({ length: row.cells }, (_, column) => cellText(table, column));
  rest = rest.slice(bytes.length);
  const takeBack = (used: Uint8Array<ArrayBuffer>): void => {
    if (spare.length < MOST_SPARE) spare.push(used.buffer);
  };
  return { stream: { form, header, firstLine: table.lineCount, next, takeBack } };

  function next(): Block {
    for (;;) {
      const whole = ended || rest.length > LONGEST_ROW ? rest.length : wholeRows(rest, form);
      if (whole > 0) {
        // What goes on is copied, so that nobody else holds the block's own bytes.
        const block = rest.subarray(0, whole);
        rest = rest.slice(whole);
        return isUtf8(block) ? { kind: "rows", bytes: block } : { kind: "not-utf8", at: firstWrongByte(Buffer.from(block)) };
      }
      if (ended) return { kind: "end" };
      readMore();
    }
  }

  function readMore(): void {
    const grown = room(rest.length + blockSize);
    grown.set(rest);
    let filled = rest.length;
    while (filled < grown.length && !ended) {
      const got = read(grown.subarray(filled));
      filled += got;
      ended = got === 0;
    }
    rest = grown.subarray(0, filled);
  }

  /** Bytes that nothing is known of; all that is looked at is written first. */
  function room(size: number): Uint8Array<ArrayBuffer> {
    const used = spare.pop();
    if (used !== undefined && used.byteLength >= size) return new Uint8Array(used, 0, size);
    return new Uint8Array(Buffer.allocUnsafeSlow(size + ROOM_FOR_REST).buffer, 0, size);
  }
}
