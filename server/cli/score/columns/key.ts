import { LARGEST_TABLE } from "./memo.ts";

/**
 * What a result depends on, as one whole number for each row. Two rows with the same number have the same result; that is all that is
 * asked of a key, and it is what lets a result be computed once by the scoring itself and be used for every such row.
 */
export interface Key {
  /** Works out the numbers of a block; asked again for the same block it does nothing. */
  prepare(block: BlockOfRows): void;
  /** The numbers of the rows: small ones where the limit is small enough for a table, else large ones. */
  readonly small: Int32Array;
  readonly large: Float64Array;
  /** All numbers lie below this. */
  readonly limit: number;
  /** Counts up where the numbers of earlier blocks mean something else now, so that nothing kept is good any more. */
  readonly generation: number;
}

/** A block by its place in the file, and its number of rows. */
export interface BlockOfRows {
  readonly place: number;
  readonly rows: number;
  /** For each row, the codes of the texts that are written; so many a row. */
  readonly laid: Int32Array;
  readonly width: number;
}

/** Something with few different values, numbered from 0. */
export interface Numbered {
  readonly numbers: Int32Array;
  readonly count: () => number;
}

/** The largest limit up to which every number of a key is exact. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

/** Whether keys below this limit are small ones. */
export function isSmall(limit: number): boolean {
  return limit <= LARGEST_TABLE;
}

/** The numbers of a block, as they are worked out: room for so many rows, holding what it held before. */
export interface KeyNumbers {
  small(rows: number): Int32Array;
  large(rows: number): Float64Array;
}

/** What a key makes of one block. */
export interface KeyOfBlock {
  /** All numbers lie below this. */
  readonly limit: number;
  /** True where numbers mean something else than they did. */
  readonly isNew: boolean;
}

/** A key, from a function that works out the numbers of one block. */
export function keyOf(work: (numbers: KeyNumbers, rows: number) => KeyOfBlock): Key {
  let [limit, generation, prepared] = [1, 0, -1];
  let small = new Int32Array(0);
  let large = new Float64Array(0);
  const numbers: KeyNumbers = {
    small: (rows) => {
      if (small.length < rows) small = new Int32Array(rows * 2);
      return small;
    },
    large: (rows) => {
      if (large.length < rows) large = new Float64Array(rows * 2);
      return large;
    },
  };
  return {
    get small() {
      return small;
    },
    get large() {
      return large;
    },
    get limit() {
      return limit;
    },
    get generation() {
      return generation;
    },
    prepare: ({ place, rows }) => {
      if (prepared === place) return;
      prepared = place;
      const made = work(numbers, rows);
      limit = made.limit;
      if (made.isNew) generation++;
    },
  };
}

/** A key of several numbered things together: the number of their combination. */
export function combinationKey(parts: readonly Numbered[]): Key {
  let radices: readonly number[] = [];
  return keyOf((into, rows) => {
    // The numbers come first: a column counts its different cells when it is read.
    const columns = parts.map(({ numbers }) => numbers);
    const fresh = parts.map((part, index) => roomFor(part.count(), radices[index]));
    const isNew = fresh.some((radix, index) => radix !== radices[index]);
    radices = fresh;
    const limit = fresh.reduce((product, radix) => product * radix, 1);
    const small = isSmall(limit) ? into.small(rows).fill(0, 0, rows) : undefined;
    const large = small === undefined ? into.large(rows).fill(0, 0, rows) : undefined;
    let factor = 1;
    for (const [index, column] of columns.entries()) {
      if (small !== undefined) addSmall(small, column, factor, rows);
      if (large !== undefined) addLarge(large, column, factor, rows);
      factor *= fresh[index] ?? 1;
    }
    return { limit, isNew };
  });
}

/** Room for a count and some more, so that the numbers do not change with every new value. */
function roomFor(count: number, before: number | undefined): number {
  if (before !== undefined && count <= before) return before;
  return count <= 2 ? 2 : count <= 16 ? count + 1 : count * 2;
}

function addSmall(into: Int32Array, from: Int32Array, factor: number, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = (into[row] ?? 0) + Math.imul(from[row] ?? 0, factor);
}

function addLarge(into: Float64Array, from: Int32Array, factor: number, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = (into[row] ?? 0) + (from[row] ?? 0) * factor;
}
