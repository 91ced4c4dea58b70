import type { ReadAnswer } from "../../../scoring/answers.ts";
import type { ItemColumn } from "../../../scoring/columns.ts";
import { EMPTY, LONG, longText, type PackedCells, shortText } from "../../data/packed-cells.ts";

/** One item's answers of a block, each as the number of its different cell. Cell number 0 is the blank. */
export interface AnswerColumn {
  readonly column: ItemColumn;
  /** What each different cell was read as. Grows with the file. */
  readonly answers: readonly ReadAnswer[];
  /** The numbers of this block's cells. */
  readonly numbers: Int32Array;
  /** True where some cell is no answer to the item. */
  readonly hasProblems: boolean;
  read(cells: PackedCells): void;
}

/** Reads the cells of one column: each different cell is read once, and a short one is found without making a text of it. */
export function answerColumn(column: ItemColumn, at: number): AnswerColumn {
  const answers: ReadAnswer[] = [];
  // One more than the number of the answer, so that 0 is a cell not seen before.
  const short = new Int32Array(1 << 16);
  const known = new Map<string, number>();
  const row: string[] = [];
  let numbers = new Int32Array(0);
  let hasProblems = false;

  const add = (text: string): number => {
    // The column is asked as it would be in its row; no other cell of the row matters to it.
    row[at] = text;
    const read = column.read(row);
    hasProblems ||= read.problem !== undefined;
    return answers.push(read) - 1;
  };
  add("");
  short[EMPTY] = 1;

  const numberOf = (text: string): number => {
    let found = known.get(text);
    if (found === undefined) {
      found = add(text);
      known.set(text, found);
    }
    return found;
  };

  return {
    column,
    answers,
    get numbers() {
      return numbers;
    },
    get hasProblems() {
      return hasProblems;
    },
    read: (cells) => {
      const { bytes, rows, stride, longs } = cells;
      if (numbers.length < rows) numbers = new Int32Array(rows * 2);
      const packed = cells.numbers.subarray(at * stride, at * stride + rows);
      const places = longs[at] ?? new Int32Array(0);
      let long = 0;
      for (let place = 0; place < rows; place++) {
        const number = packed[place] ?? 0;
        if (number === LONG) {
          numbers[place] = numberOf(longText(bytes, places[long] ?? 0, places[long + 1] ?? 0));
          long += 2;
          continue;
        }
        let found = short[number] ?? 0;
        if (found === 0) {
          found = numberOf(shortText(number)) + 1;
          short[number] = found;
        }
        numbers[place] = found - 1;
      }
    },
  };
}
