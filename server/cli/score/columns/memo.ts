/** Results by a whole number, as indexes: a table where the numbers are few, else a map. */
export interface Memo {
  /** The index kept for this key, or -1. */
  get(key: number): number;
  set(key: number, index: number): void;
  /** How many results are kept. */
  readonly size: number;
  /** One more than the index kept for each key, where there is a table: 0 is none. */
  readonly table?: Int32Array;
}

/** Up to so many keys a table is used: a megabyte. */
const LARGEST_TABLE = 1 << 18;

/** Makes a memo for keys from 0 up to, not including, `keys`. */
export function memo(keys: number): Memo {
  if (keys <= LARGEST_TABLE) {
    const table = new Int32Array(keys);
    let size = 0;
    return {
      table,
      get: (key) => (table[key] ?? 0) - 1,
      set: (key, index) => {
        table[key] = index + 1;
        size++;
      },
      get size() {
        return size;
      },
    };
  }
  const map = new Map<number, number>();
  return {
    get: (key) => map.get(key) ?? -1,
    set: (key, index) => void map.set(key, index),
    get size() {
      return map.size;
    },
  };
}
