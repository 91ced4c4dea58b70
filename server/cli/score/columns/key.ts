/**
 * What a result depends on, as one whole number for each row. Two rows with the same number have the same result; that is all that is
 * asked of a key, and it is what lets a result be computed once by the scoring itself and be used for every such row.
 */
export interface Key {
  /** Works out the numbers of a block; asked again for the same block it does nothing. */
  prepare(block: BlockOfRows): void;
  readonly numbers: Float64Array;
  /** All numbers lie below this. */
  readonly limit: number;
  /** Counts up where the numbers of earlier blocks mean something else now, so that nothing kept is good any more. */
  readonly generation: number;
}

/** A block by its place in the file, and its number of rows. */
export interface BlockOfRows {
  readonly place: number;
  readonly rows: number;
}

/** Something with few different values, numbered from 0. */
export interface Numbered {
  readonly numbers: Int32Array;
  readonly count: () => number;
}

/** The largest limit up to which every number of a key is exact. */
export const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

/** What a key makes of one block. */
export interface KeyOfBlock {
  /** All numbers lie below this. */
  readonly limit: number;
  /** True where numbers mean something else than they did. */
  readonly isNew: boolean;
}

/** A key, from a function that works out the numbers of one block. */
export function keyOf(work: (numbers: Float64Array, rows: number) => KeyOfBlock): Key {
  let [limit, generation, prepared] = [1, 0, -1];
  let numbers = new Float64Array(0);
  return {
    get numbers() {
      return numbers;
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
      if (numbers.length < rows) numbers = new Float64Array(rows * 2);
      const made = work(numbers, rows);
      limit = made.limit;
      if (made.isNew) generation++;
    },
  };
}

/** A key of several numbered things together: the number of their combination. */
export function combinationKey(parts: readonly Numbered[]): Key {
  let radices: readonly number[] = [];
  return keyOf((numbers, rows) => {
    const fresh = parts.map((part, index) => roomFor(part.count(), radices[index]));
    const isNew = fresh.some((radix, index) => radix !== radices[index]);
    radices = fresh;
    numbers.fill(0, 0, rows);
    let factor = 1;
    for (const [index, part] of parts.entries()) {
      addScaled(numbers, part.numbers, factor, rows);
      factor *= radices[index] ?? 1;
    }
    return { limit: factor, isNew };
  });
}

/** Room for a count and some more, so that the numbers do not change with every new value. */
function roomFor(count: number, before: number | undefined): number {
  if (before !== undefined && count <= before) return before;
  return count <= 2 ? 2 : count <= 16 ? count + 1 : count * 2;
}

function addScaled(into: Float64Array, from: Int32Array, factor: number, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = (into[row] ?? 0) + (from[row] ?? 0) * factor;
}

/** What each number of a column adds to a key. */
export interface Addend {
  readonly numbers: Int32Array;
  readonly values: Float64Array;
}

/** Adds up columns, two in one go, which spares every second reading and writing of the sums. */
export function addValues(sums: Float64Array, addends: readonly Addend[], rows: number): void {
  for (let place = 0; place < addends.length; place += 2) {
    const [one, other] = [addends[place], addends[place + 1]];
    if (one !== undefined) addTwo(sums, one, other ?? { numbers: one.numbers, values: new Float64Array(one.values.length) }, rows);
  }
}

function addTwo(sums: Float64Array, one: Addend, other: Addend, rows: number): void {
  const [firstNumbers, firstValues] = [one.numbers, one.values];
  const [secondNumbers, secondValues] = [other.numbers, other.values];
  for (let row = 0; row < rows; row++) {
    const first = firstValues[firstNumbers[row] ?? 0] ?? 0;
    sums[row] = (sums[row] ?? 0) + first + (secondValues[secondNumbers[row] ?? 0] ?? 0);
  }
}
