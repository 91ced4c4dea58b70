import { isUtf8 } from "node:buffer";
import type { Position } from "../positions.ts";

/** A text with what its file had before it, so that it can be written back the same way. */
export interface DecodedText {
  readonly text: string;
  readonly byteOrderMark: boolean;
}

export type Decoded = DecodedText | { readonly unreadable: string };

/** Reads bytes as UTF-8 with or without a byte order mark; anything else is explained, with the place of the first wrong byte. */
export function decode(bytes: Uint8Array): Decoded {
  const guess = otherEncoding(bytes);
  if (guess !== undefined) return { unreadable: `this file is written in ${guess}; save it as UTF-8` };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(buffer)) return { unreadable: notUtf8(firstWrongByte(buffer)) };
  const byteOrderMark = hasByteOrderMark(bytes);
  return { text: buffer.toString("utf8", byteOrderMark ? 3 : 0), byteOrderMark };
}

/** Whether the bytes begin with the mark that some programs write before UTF-8. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Recognises UTF-16 and UTF-32 by their mark, or by the zero bytes that plain text in them is full of. */
export function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "UTF-32" : "UTF-16";
  if (a === 0xfe && b === 0xff) return "UTF-16";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32";
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 1024);
  for (let at = 0; at < seen; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  return seen >= 4 && Math.max(...zeros) * 4 > seen ? "UTF-16" : undefined;
}

/** What is said of a file with a byte that is no UTF-8, at this place from 0. */
export function notUtf8({ line, character }: Position): string {
  return `line ${line + 1}, column ${character + 1} is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8`;
}

/** Where the first byte stands that is no UTF-8, counted as an editor counts. */
export function firstWrongByte(bytes: Buffer): Position {
  // Everything before a position is UTF-8 up to the first wrong byte, so the place is found by halving.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, lastWhole(bytes, middle)))) good = middle;
    else bad = middle;
  }
  const before = bytes.subarray(0, lastWhole(bytes, good)).toString("utf8");
  return { line: before.split("\n").length - 1, character: before.length - before.lastIndexOf("\n") - 1 };
}

/** The position, or the start of the character that it would cut in two. */
function lastWhole(bytes: Buffer, position: number): number {
  let start = position;
  while (start > 0 && start > position - 4 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
