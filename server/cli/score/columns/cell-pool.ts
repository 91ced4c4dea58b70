/** Texts that are written again and again, as bytes one after another. */
export class CellPool {
  bytes = new Uint8Array(1 << 12);
  /** Where each text ends; it begins where the one before ends. */
  ends = new Int32Array(64);
  count = 0;
  /** Length of the longest text. */
  longest = 0;

  /** Keeps a text and gives its number. */
  add(text: string): number {
    const added = Buffer.from(text);
    const start = this.count === 0 ? 0 : (this.ends[this.count - 1] ?? 0);
    if (start + added.length > this.bytes.length) this.bytes = grown(this.bytes, Math.max(this.bytes.length * 2, start + added.length));
    if (this.count === this.ends.length) {
      const ends = new Int32Array(this.ends.length * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.bytes.set(added, start);
    this.ends[this.count] = start + added.length;
    this.longest = Math.max(this.longest, added.length);
    return this.count++;
  }
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(size);
  made.set(bytes);
  return made;
}
