import { type BlockOfRows, isSmall, type Key, LARGEST_EXACT, type Numbered } from "./key.ts";
import { memo } from "./memo.ts";

/** A result for each row, as the number of its different value. */
export interface KeptStep extends Numbered {
  run(block: BlockOfRows): void;
}

/** Of a result that is written: which of a row's cells it is, and the code of the text for each number. */
export interface WrittenResult {
  readonly place: number;
  readonly codes: () => Int32Array;
}

/** When so many combinations are kept, the next block begins anew, so that memory has an end. */
const MOST_KEPT = 1 << 19;

/** Works out a result for each row and keeps it by its key: `compute` gives the number of the result of one row. */
export function keptStep(key: Key, count: () => number, compute: (row: number) => number, written?: WrittenResult): KeptStep {
  let numbers = new Int32Array(0);
  let kept = memo(0);
  let generation = -1;
  return {
    count,
    get numbers() {
      return numbers;
    },
    run: (block) => {
      const { rows } = block;
      if (numbers.length < rows) numbers = new Int32Array(rows * 2);
      key.prepare(block);
      if (key.limit > LARGEST_EXACT) {
        // Too many combinations for one number: every row is computed.
        for (let row = 0; row < rows; row++) numbers[row] = compute(row);
        if (written !== undefined) lay(block, written);
        return;
      }
      if (key.generation !== generation || kept.size > MOST_KEPT) kept = memo(key.limit);
      generation = key.generation;
      if (!isSmall(key.limit)) fromMap(numbers, key.large, rows);
      else if (written !== undefined) return fromTableLaid(numbers, kept.table, key.small, block, written);
      else fromTable(numbers, kept.table, key.small, rows);
      if (written !== undefined) lay(block, written);
    },
  };

  function fromTable(into: Int32Array, table: Int32Array, keys: Int32Array, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const found = table[keys[row] ?? 0] ?? 0;
      into[row] = found === 0 ? add(keys[row] ?? 0, row) : found - 1;
    }
  }

  /** The same, and the code of the text at once, which spares going over the rows once more: most scores are written. */
  function fromTableLaid(into: Int32Array, table: Int32Array, keys: Int32Array, block: BlockOfRows, { place, codes }: WrittenResult): void {
    const { rows, width, laid } = block;
    let texts = codes();
    for (let row = 0, at = place; row < rows; row++, at += width) {
      let number = (table[keys[row] ?? 0] ?? 0) - 1;
      if (number < 0) {
        number = add(keys[row] ?? 0, row);
        texts = codes();
      }
      into[row] = number;
      laid[at] = texts[number] ?? 0;
    }
  }

  function lay({ rows, width, laid }: BlockOfRows, { place, codes }: WrittenResult): void {
    const texts = codes();
    for (let row = 0, at = place; row < rows; row++, at += width) laid[at] = texts[numbers[row] ?? 0] ?? 0;
  }

  function fromMap(into: Int32Array, keys: Float64Array, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const found = kept.get(keys[row] ?? 0);
      into[row] = found < 0 ? add(keys[row] ?? 0, row) : found;
    }
  }

  function add(key: number, row: number): number {
    const number = compute(row);
    kept.set(key, number);
    return number;
  }
}
