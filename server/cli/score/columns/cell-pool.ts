/** Texts that are written again and again, as bytes: each begins at a place that eight divides, so that it can be copied in whole words. */
export class CellPool {
  bytes = new Uint8Array(1 << 12);
  /** Where each text begins, and how long it is. */
  starts = new Int32Array(64);
  lengths = new Int32Array(64);
  count = 0;
  /** Length of the longest text. */
  longest = 0;
  #used = 0;
  readonly #known = new Map<string, number>();

  /** Keeps a text and gives its number. */
  add(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.count);
    const added = Buffer.from(text);
    const end = this.#used + added.length;
    // Copying in words reads a little beyond the text.
    if (end + WORDS > this.bytes.length) this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, end + WORDS));
    if (this.count === this.starts.length) {
      this.starts = longer(this.starts);
      this.lengths = longer(this.lengths);
    }
    this.bytes.set(added, this.#used);
    this.starts[this.count] = this.#used;
    this.lengths[this.count] = added.length;
    this.#used = Math.ceil(end / 8) * 8;
    this.longest = Math.max(this.longest, added.length);
    return this.count++;
  }
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
