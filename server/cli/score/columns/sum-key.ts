import type { Exact } from "../../../number/exact.ts";
import type { Answer } from "../../../scoring/answers.ts";
import type { EntryStep } from "../../../scoring/result.ts";
import type { AnswerColumn } from "./answer-column.ts";
import type { Key } from "./key.ts";

/** One entry of a score that adds up: its column, its way from answer to value, and whether it must be there. */
export interface SummedEntry {
  readonly column: AnswerColumn | undefined;
  readonly step: (answer: Answer) => EntryStep;
  readonly always: boolean;
}

/** Why an entry is missing decides the status of the score, and one that must be there decides the score; each is a bit. */
const MISSING_BITS = { blank: 1, declared: 1, outside: 2, not_asked: 4, recoded: 1, no_row: 8 } as const;
const ALWAYS_BIT = 16;
const ALL_BITS = 32;

/**
 * The key of a sum or mean of items of equal weight: the sum of the answered entries, how many those are, and why the others are missing.
 * Nothing else reaches the missing rule, the method, the transform, the rounding, the bands or the status.
 */
export function sumKey(entries: readonly SummedEntry[]): Key {
  const answeredRoom = entries.length + 1;
  const tables = entries.map((): EntryTable => ({ values: [], sums: new Float64Array(0), bits: new Uint8Array(0) }));
  let scale = 1n;
  let low = 0;
  let limit = 1;
  let generation = 0;
  let prepared = -1;
  let numbers = new Float64Array(0);
  let bits = new Uint8Array(0);
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
      const grown = tables.map((table, index) => extend(table, entries[index]));
      if (grown.includes(true)) {
        lay();
        generation++;
      }
      if (numbers.length < rows) {
        numbers = new Float64Array(rows * 2);
        bits = new Uint8Array(rows * 2);
      }
      numbers.fill(-low * answeredRoom, 0, rows);
      bits.fill(0, 0, rows);
      for (const [index, { column }] of entries.entries()) {
        const table = tables[index];
        if (table !== undefined) addEntry(numbers, bits, column?.numbers ?? new Int32Array(rows), table, rows);
      }
      for (let row = 0; row < rows; row++) numbers[row] = (numbers[row] ?? 0) * ALL_BITS + (bits[row] ?? 0);
    },
  };

  /** Whole numbers for all values seen so far, on their common denominator. A value and the count of answers share one number. */
  function lay(): void {
    const values = tables.flatMap((table) => table.values.map(({ value }) => value).filter((value) => value !== undefined));
    scale = values.reduce((common, value) => (common * value.d) / gcd(common, value.d), 1n);
    const whole = (value: Exact): number => Number((value.s * value.n * scale) / value.d);
    const shared = values.reduce((common, value) => gcd(common, BigInt(Math.abs(whole(value)))), 0n);
    const unit = shared === 0n ? 1 : Number(shared);
    low = 0;
    let high = 0;
    for (const table of tables) {
      const wholes = table.values.map(({ value }) => (value === undefined ? 0 : whole(value) / unit));
      low += Math.min(0, ...wholes);
      high += Math.max(0, ...wholes);
      table.sums = Float64Array.from(table.values, ({ value }, index) =>
        value === undefined ? 0 : (wholes[index] ?? 0) * answeredRoom + 1,
      );
      table.bits = Uint8Array.from(table.values, ({ bits }) => bits);
    }
    limit = ((high - low) * answeredRoom + answeredRoom) * ALL_BITS;
  }
}

interface EntryTable {
  /** By the number of the cell. */
  readonly values: { readonly value: Exact | undefined; readonly bits: number }[];
  sums: Float64Array;
  bits: Uint8Array;
}

/** Takes the values of cells that were not seen before; true where there are some. An item without a column is blank for all. */
function extend(table: EntryTable, entry: SummedEntry | undefined): boolean {
  if (entry === undefined) return false;
  const answers = entry.column?.answers ?? NO_COLUMN;
  const before = table.values.length;
  for (let number = before; number < answers.length; number++) {
    const read = answers[number];
    if (read === undefined) continue;
    const { value, missing } = entry.step(read.answer);
    const why = value === undefined ? MISSING_BITS[missing ?? "blank"] : 0;
    table.values.push({ value, bits: why === 0 ? 0 : why | (entry.always ? ALWAYS_BIT : 0) });
  }
  return table.values.length > before;
}

const NO_COLUMN = [{ answer: { kind: "missing", why: "blank", text: "" } }] as const;

function addEntry(sums: Float64Array, bits: Uint8Array, numbers: Int32Array, table: EntryTable, rows: number): void {
  const { sums: own, bits: ownBits } = table;
  for (let row = 0; row < rows; row++) {
    const number = numbers[row] ?? 0;
    sums[row] = (sums[row] ?? 0) + (own[number] ?? 0);
    bits[row] = (bits[row] ?? 0) | (ownBits[number] ?? 0);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
