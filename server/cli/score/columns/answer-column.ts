import type { ReadAnswer } from "../../../scoring/answers.ts";
import type { ItemColumn } from "../../../scoring/columns.ts";
import { type CellTable, cellText } from "../../data/cell-table.ts";

/** One item's answers of a block, each as the number of its different cell. Cell number 0 is the blank. */
export interface AnswerColumn {
  readonly column: ItemColumn;
  /** What each different cell was read as. Grows with the file. */
  readonly answers: readonly ReadAnswer[];
  /** The numbers of this block's cells. */
  readonly numbers: Int32Array;
  /** True where some cell is no answer to the item. */
  readonly hasProblems: boolean;
  read(table: CellTable): void;
}

/** Reads the cells of one column: each different cell is read once, and one or two bytes are found without making a text of them. */
export function answerColumn(column: ItemColumn, at: number): AnswerColumn {
  const answers: ReadAnswer[] = [];
  const short = new Int32Array(1 << 16);
  const long = new Map<string, number>();
  const cells: string[] = [];
  let numbers = new Int32Array(0);
  let hasProblems = false;

  const add = (text: string): number => {
    // The column is asked as it would be in its row; no other cell of the row matters to it.
    cells[at] = text;
    const read = column.read(cells);
    hasProblems ||= read.problem !== undefined;
    return answers.push(read) - 1;
  };
  add("");

  const numberOf = (table: CellTable, cell: number): number => {
    const text = cellText(table, cell);
    let found = long.get(text);
    if (found === undefined) {
      found = text === "" ? 0 : add(text);
      long.set(text, found);
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
    read: (table) => {
      const { bytes, width, rows, starts, ends } = table;
      if (numbers.length < rows) numbers = new Int32Array(rows * 2);
      for (let row = 0, cell = at; row < rows; row++, cell += width) {
        const start = starts[cell] ?? 0;
        const length = (ends[cell] ?? 0) - start;
        if (length === 0) {
          numbers[row] = 0;
        } else if (length === 1 || length === 2) {
          const key = length === 1 ? (bytes[start] ?? 0) : ((bytes[start] ?? 0) << 8) | (bytes[start + 1] ?? 0);
          let number = short[key] ?? 0;
          if (number === 0) {
            number = numberOf(table, cell) + 1;
            short[key] = number;
          }
          numbers[row] = number - 1;
        } else {
          numbers[row] = numberOf(table, cell);
        }
      }
    },
  };
}
