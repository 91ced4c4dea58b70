/** Results by a whole number, as indexes: a table where the numbers are few, else a map. */
export interface Memo {
  /** The index kept for this key, or -1. */
  get(key: number): number;
  set(key: number, index: number): void;
  /** How many results are kept. */
  readonly size: number;
  /** One more than the index kept for each key, where the keys are few; 0 is none, and it is empty where there is a map instead. */
  readonly table: Int32Array;
}

/** Up to so many keys a table is used, of a megabyte. */
export const LARGEST_TABLE = 1 << 18;

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
    table: new Int32Array(0),
    get: (key) => map.get(key) ?? -1,
    set: (key, index) => void map.set(key, index),
    get size() {
      return map.size;
    },
  };
}
