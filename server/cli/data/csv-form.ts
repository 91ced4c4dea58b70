/** How a CSV file is written, found from its header row. */
export interface CsvForm {
  /** The byte between two cells: a comma, a semicolon or a tab. */
  readonly separator: number;
  /** The byte that ends a row: LF (a CR before it is no part of the cell), or CR in files of old Macintosh programs. */
  readonly rowEnd: number;
}

export const COMMA = 0x2c;
export const SEMICOLON = 0x3b;
export const TAB = 0x09;
export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;

/** Whether a quote occurs at all; a buffer finds that many times as fast as an array of bytes. */
export function hasQuote(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(QUOTE) >= 0;
}

/** Counts the three separators of the first row that holds anything, outside quotes; the most frequent one it is, a comma where there is none. */
export function detectForm(bytes: Uint8Array): CsvForm {
  const counts = new Map<number, number>([
    [COMMA, 0],
    [SEMICOLON, 0],
    [TAB, 0],
  ]);
  let quoted = false;
  let rowEnd = LF;
  let any = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) quoted = !quoted;
    else if (!quoted && (byte === LF || byte === CR)) {
      rowEnd = byte === CR && bytes[at + 1] !== LF ? CR : LF;
      if (any) break;
    } else {
      any = true;
      if (!quoted) counts.set(byte, (counts.get(byte) ?? -1) + (counts.has(byte) ? 1 : 0));
    }
  }
  const [best] = [COMMA, SEMICOLON, TAB].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return { separator: best ?? COMMA, rowEnd };
}
