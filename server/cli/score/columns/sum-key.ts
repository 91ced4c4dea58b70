import type { Exact } from "../../../number/exact.ts";
import type { Answer } from "../../../scoring/answers.ts";
import type { EntryStep } from "../../../scoring/result.ts";
import type { AnswerColumn } from "./answer-column.ts";
import { addValues, type Key, keyOf } from "./key.ts";

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
  const tables = entries.map((): EntryTable => ({ cells: [], adds: new Float64Array(0) }));
  let first = 0;
  let limit = 1;
  return keyOf((numbers, rows) => {
    const isNew = tables.map((table, index) => extend(table, entries[index])).includes(true);
    if (isNew) lay();
    numbers.fill(first, 0, rows);
    addValues(
      numbers,
      entries.map(({ column }, index) => ({
        numbers: column?.numbers ?? new Int32Array(rows),
        values: tables[index]?.adds ?? new Float64Array(1),
      })),
      rows,
    );
    return { limit, isNew };
  });

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
    let low = 0;
    let high = 0;
    for (const table of tables) {
      const wholes = table.cells.map(({ value }) => (value === undefined ? 0 : whole(value) / unit));
      low += Math.min(0, ...wholes);
      high += Math.max(0, ...wholes);
      table.adds = Float64Array.from(table.cells, ({ value, kind }, index) => {
        if (value !== undefined) return (wholes[index] ?? 0) * step + one;
        return kind > PLAIN ? room ** kinds.indexOf(kind) : 0;
      });
    }
    first = -low * step;
    limit = (high - low + 1) * step;
  }
}

/** By the number of the cell: its value, or why it has none, and what it adds to the key. */
interface EntryTable {
  readonly cells: { readonly value: Exact | undefined; readonly kind: number }[];
  adds: Float64Array;
}

/** Takes the values of cells that were not seen before; true where there are some. An item without a column is blank for all. */
function extend(table: EntryTable, entry: SummedEntry | undefined): boolean {
  if (entry === undefined) return false;
  const answers = entry.column?.answers ?? NO_COLUMN;
  const before = table.cells.length;
  for (let number = before; number < answers.length; number++) {
    const read = answers[number];
    if (read === undefined) continue;
    const { value, missing } = entry.step(read.answer);
    const kind = value === undefined ? MISSING_KINDS[missing ?? "blank"] + (entry.always ? ALWAYS : 0) : 0;
    table.cells.push({ value, kind });
  }
  return table.cells.length > before;
}

const NO_COLUMN = [{ answer: { kind: "missing", why: "blank", text: "" } }] as const;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
