/**
 * Texts that are written again and again, as bytes: each begins at a place that eight divides, so that it can be copied in whole words. A text
 * is told by its code: where it begins and how long it is, in one number.
 */
export class CellPool {
  bytes = new Uint8Array(1 << 12);
  /** Of the texts that are too long for a code to say how long they are. */
  readonly long: { readonly start: number; readonly length: number }[] = [];
  /** Length of the longest text. */
  longest = 0;
  #used = 0;
  readonly #known = new Map<string, number>();

  /** Keeps a text and gives its code. */
  add(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const added = Buffer.from(text);
    const end = this.#used + added.length;
    // Copying in words reads a little beyond the text.
    if (end + WORDS > this.bytes.length) this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, end + WORDS));
    this.bytes.set(added, this.#used);
    const code = this.#codeOf(this.#used, added.length);
    this.#known.set(text, code);
    this.#used = Math.ceil(end / 8) * 8;
    this.longest = Math.max(this.longest, added.length);
    return code;
  }

  #codeOf(start: number, length: number): number {
    if (length <= TWO_WORDS) return start * 4 + length;
    return (this.long.push({ start, length }) - 1) * 32 + LONG_TEXT;
  }
}

/** A text of at most two words is copied as two words, whatever its length. */
export const TWO_WORDS = 16;
/** Stands in a code for a length that does not fit: the rest of the code is the place among the long texts. */
const LONG_TEXT = 31;

export function lengthOf(code: number): number {
  return code & 31;
}

/** Where a text of at most two words begins. */
export function startOf(code: number): number {
  return (code >> 2) & ~7;
}

/** Of a longer text, where it stands. */
export function longTextOf(pool: CellPool, code: number): { readonly start: number; readonly length: number } {
  return pool.long[code >> 5] ?? { start: 0, length: 0 };
}

const WORDS = 16;

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(size);
  made.set(bytes);
  return made;
}

export function longer(places: Int32Array): Int32Array<ArrayBuffer> {
  const made = new Int32Array(places.length * 2);
  made.set(places);
  return made;
}
