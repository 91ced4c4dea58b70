import type { AnswerColumn } from "./answer-column.ts";

/** Adds up what the cells of several columns count for, straight from their packed numbers. This is the loop that most scores go through. */
export interface PackedSum {
  /** False as long as the sums have to be worked out from the read cells. */
  readonly isLaid: boolean;
  /** Takes what each cell adds, by column and number of the answer, and what is added to every sum; undefined where the sums are too large. */
  lay(adds: readonly Float64Array[] | undefined, constant: number): void;
  /** False where some cell of the block was not seen before or is a long one: the sums mean nothing then. */
  add(sums: Int32Array, rows: number): boolean;
}

/**
 * What every cell that was seen before adds beside its own number, which is smaller: a sum that lacks one of these has come upon a cell
 * that was not seen. So one look at the sums tells whether all cells were known, and no cell need be looked at by itself.
 */
const SEEN = 1 << 20;
/** So many times `SEEN` is still a small whole number. */
const MOST_COLUMNS = 1 << 10;

export function packedSum(columns: readonly AnswerColumn[]): PackedSum {
  const tables = columns.map(() => new Int32Array(columns.length < MOST_COLUMNS ? 1 << 16 : 0));
  let isLaid = false;
  let first = 0;
  return {
    get isLaid() {
      return isLaid && columns.every(({ hasLongs }) => !hasLongs);
    },
    lay: (adds, constant) => {
      isLaid = adds !== undefined && columns.length < MOST_COLUMNS;
      if (adds === undefined || !isLaid) return;
      first = constant - columns.length * SEEN;
      for (const [index, { shorts }] of columns.entries()) {
        const table = tables[index];
        for (const { packed, answer } of shorts) if (table !== undefined) table[packed] = SEEN + (adds[index]?.[answer] ?? 0);
      }
    },
    add: (sums, rows) => {
      sums.fill(first, 0, rows);
      let signs = columns.length === 0 ? first : 0;
      let at = 0;
      const packed = (place: number): Uint16Array => columns[place]?.packed ?? NOTHING_PACKED;
      const table = (place: number): Int32Array => tables[place] ?? ADDS_NOTHING;
      for (; at + 4 <= columns.length; at += 4) {
        signs = addFour(
          sums,
          packed(at),
          table(at),
          packed(at + 1),
          table(at + 1),
          packed(at + 2),
          table(at + 2),
          packed(at + 3),
          table(at + 3),
          rows,
        );
      }
      // An odd column is added together with itself adding nothing.
      for (; at < columns.length; at += 2) {
        const other = at + 1 < columns.length ? at + 1 : at;
        signs = addTwo(sums, packed(at), table(at), packed(other), other === at ? ADDS_NOTHING : table(other), rows);
      }
      return signs >= 0;
    },
  };
}

const NOTHING_PACKED = new Uint16Array(0);
const ADDS_NOTHING = new Int32Array(1 << 16);

/** Adds four columns in one go, which spares reading and writing the sums; negative where one of the sums is. */
function addFour(
  sums: Int32Array,
  a: Uint16Array,
  ofA: Int32Array,
  b: Uint16Array,
  ofB: Int32Array,
  c: Uint16Array,
  ofC: Int32Array,
  d: Uint16Array,
  ofD: Int32Array,
  rows: number,
): number {
  let signs = 0;
  for (let row = 0; row < rows; row++) {
    const two = (ofA[a[row] ?? 0] ?? 0) + (ofB[b[row] ?? 0] ?? 0);
    const sum = ((sums[row] ?? 0) + two + (ofC[c[row] ?? 0] ?? 0) + (ofD[d[row] ?? 0] ?? 0)) | 0;
    sums[row] = sum;
    signs |= sum;
  }
  return signs;
}

function addTwo(sums: Int32Array, a: Uint16Array, ofA: Int32Array, b: Uint16Array, ofB: Int32Array, rows: number): number {
  let signs = 0;
  for (let row = 0; row < rows; row++) {
    const sum = ((sums[row] ?? 0) + (ofA[a[row] ?? 0] ?? 0) + (ofB[b[row] ?? 0] ?? 0)) | 0;
    sums[row] = sum;
    signs |= sum;
  }
  return signs;
}
