import type { Exact } from "../../../number/exact.ts";
import type { Answer } from "../../../scoring/answers.ts";
import type { EntryStep } from "../../../scoring/result.ts";
import type { AnswerColumn } from "./answer-column.ts";
import { isSmall, type Key, keyOf } from "./key.ts";
import { packedSum } from "./packed-sum.ts";

/** One entry of a score that adds up: its column, its way from answer to value, and whether it must be there. */
export interface SummedEntry {
  readonly column: AnswerColumn | undefined;
  readonly step: (answer: Answer) => EntryStep;
  readonly always: boolean;
}

/** Why an entry is missing decides the status of the score, and one that must be there decides the score: each makes a kind. */
const MISSING_KINDS = { blank: 1, declared: 1, outside: 2, not_asked: 4, recoded: 1, no_row: 8 } as const;
/** The kind of nearly every missing entry. How many there are follows from how many others there are. */
const PLAIN = 1;
const ALWAYS = 16;

/**
 * The key of a sum or mean of items of equal weight: the sum of the answered entries, how many those are, and how many are missing for which
 * reason. Nothing else reaches the missing rule, the method, the transform, the rounding, the bands or the status.
 */
export function sumKey(entries: readonly SummedEntry[]): Key {
  const room = entries.length + 1;
  const tables = entries.map((entry) => new EntryTable(entry));
  const columns = entries.flatMap(({ column }) => column ?? []);
  const packed = packedSum(columns);
  let limit = 1;
  return keyOf((numbers, rows) => {
    if (packed.isLaid && packed.add(numbers.small(rows), rows)) {
      for (const column of columns) column.isKnown = true;
      return { limit, isNew: false };
    }
    // Some cell is new, or too long to be told by its packed number.
    const isNew = tables.map((table) => table.extend()).includes(true);
    if (isNew) lay();
    else if (packed.isLaid) layPacked();
    if (isSmall(limit)) addCells(numbers.small(rows), rows);
    else addLargeCells(numbers.large(rows), rows);
    return { limit, isNew };
  });

  function addCells(sums: Int32Array, rows: number): void {
    sums.fill(0, 0, rows);
    for (const { numbers, adds } of tables.map((table) => table.addend(rows))) {
      for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (adds[numbers[row] ?? 0] ?? 0);
    }
  }

  function addLargeCells(sums: Float64Array, rows: number): void {
    sums.fill(0, 0, rows);
    for (const { numbers, adds } of tables.map((table) => table.addend(rows))) {
      for (let row = 0; row < rows; row++) sums[row] = (sums[row] ?? 0) + (adds[numbers[row] ?? 0] ?? 0);
    }
  }

  /**
   * Whole numbers for all values seen so far, on their common denominator; then one number for each cell that holds its value and what it
   * counts for, so that the key is the sum of these numbers.
   */
  function lay(): void {
    const values = tables.flatMap((table) => table.cells.map(({ value }) => value).filter((value) => value !== undefined));
    const scale = values.reduce((common, value) => (common * value.d) / gcd(common, value.d), 1n);
    const whole = (value: Exact): number => Number((value.s * value.n * scale) / value.d);
    const shared = values.reduce((common, value) => gcd(common, BigInt(Math.abs(whole(value)))), 0n);
    const unit = shared === 0n ? 1 : Number(shared);
    const kinds = [...new Set(tables.flatMap(({ cells }) => cells.map(({ kind }) => kind)))].filter((kind) => kind > PLAIN);
    const [one, step] = [room ** kinds.length, room ** (kinds.length + 1)];
    let span = 0;
    for (const table of tables) {
      const wholes = table.cells.map(({ value }) => (value === undefined ? 0 : whole(value) / unit));
      // Counted from the lowest, so that no number is negative.
      const low = Math.min(0, ...wholes);
      span += Math.max(0, ...wholes) - low;
      table.adds = Float64Array.from(table.cells, ({ value, kind }, index) => {
        const counted = value !== undefined ? one : kind > PLAIN ? room ** kinds.indexOf(kind) : 0;
        return ((wholes[index] ?? 0) - low) * step + counted;
      });
    }
    limit = (span + 1) * step;
    layPacked();
  }

  function layPacked(): void {
    packed.lay(
      isSmall(limit) ? tables.filter(({ column }) => column !== undefined).map(({ adds }) => adds) : undefined,
      tables.reduce((sum, { column, adds }) => sum + (column === undefined ? (adds[0] ?? 0) : 0), 0),
    );
  }
}

/** By the number of the cell: its value, or why it has none, and what it adds to the key. */
class EntryTable {
  readonly column: AnswerColumn | undefined;
  readonly cells: { readonly value: Exact | undefined; readonly kind: number }[] = [];
  adds = new Float64Array(0);
  readonly #entry: SummedEntry;

  constructor(entry: SummedEntry) {
    this.#entry = entry;
    this.column = entry.column;
  }

  /** Reads the block, and takes the values of cells that were not seen before; true where there are some. An item without a column is blank for all. */
  extend(): boolean {
    const { step, always } = this.#entry;
    void this.column?.numbers;
    const answers = this.column?.answers ?? NO_COLUMN;
    const before = this.cells.length;
    for (let number = before; number < answers.length; number++) {
      const read = answers[number];
      if (read === undefined) continue;
      const { value, missing } = step(read.answer);
      const kind = value === undefined ? MISSING_KINDS[missing ?? "blank"] + (always ? ALWAYS : 0) : 0;
      this.cells.push({ value, kind });
    }
    return this.cells.length > before;
  }

  addend(rows: number): { readonly numbers: Int32Array; readonly adds: Float64Array } {
    return { numbers: this.column?.numbers ?? new Int32Array(rows), adds: this.adds };
  }
}

const NO_COLUMN = [{ answer: { kind: "missing", why: "blank", text: "" } }] as const;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
