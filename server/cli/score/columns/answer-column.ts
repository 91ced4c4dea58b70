import type { Answer, ReadAnswer } from "../../../scoring/answers.ts";
import type { ItemColumn } from "../../../scoring/columns.ts";
import { EMPTY, LONG, longText, type PackedCells, shortText } from "../../data/packed-cells.ts";

/** One item's answers of a block, each as the number of its different cell. Cell number 0 is the blank. */
export interface AnswerColumn {
  readonly column: ItemColumn;
  /** What each different cell was read as. Grows with the file. */
  readonly answers: readonly ReadAnswer[];
  /** The numbers of this block's cells; worked out when they are first asked for. */
  readonly numbers: Int32Array;
  /** True where some cell of the file so far is no answer to the item. */
  readonly hasProblems: boolean;
  /** The packed cells of the block, not read yet. */
  readonly packed: Uint16Array;
  /** True where some cell of the block is too long to be told by its packed number. */
  readonly hasLongs: boolean;
  /** The short cells that were seen so far: their packed number, and the number of their answer. */
  readonly shorts: readonly { readonly packed: number; readonly answer: number }[];
  answerAt(row: number): Answer;
  /** Turns to the next block. */
  turnTo(cells: PackedCells): void;
  /** Told by whoever has seen that every cell of this block was seen before, which spares reading them. */
  isKnown: boolean;
  /** Sees to it that every cell of the block has been looked at. */
  finish(): void;
}

/** Reads the cells of one column: each different cell is read once, and a short one is found without making a text of it. */
export function answerColumn(column: ItemColumn, at: number, cells: PackedCells): AnswerColumn {
  return new Column(column, at, cells);
}

class Column implements AnswerColumn {
  readonly column: ItemColumn;
  readonly answers: ReadAnswer[] = [];
  readonly shorts: { readonly packed: number; readonly answer: number }[] = [];
  hasProblems = false;
  isKnown = false;
  packed: Uint16Array = new Uint16Array(0);
  readonly #at: number;
  /** One more than the number of the answer, so that 0 is a cell not seen before. */
  readonly #short = new Int32Array(1 << 16);
  readonly #known = new Map<string, number>();
  readonly #row: string[] = [];
  #cells: PackedCells;
  #numbers = new Int32Array(0);
  #isRead = false;

  constructor(column: ItemColumn, at: number, cells: PackedCells) {
    this.column = column;
    this.#at = at;
    this.#cells = cells;
    this.#add("");
    this.#keepShort(EMPTY, 0);
  }

  turnTo(cells: PackedCells): void {
    this.#cells = cells;
    this.packed = cells.numbers.subarray(this.#at * cells.stride, this.#at * cells.stride + cells.rows);
    this.#isRead = false;
    this.isKnown = false;
  }

  get hasLongs(): boolean {
    return (this.#cells.longCounts[this.#at] ?? 0) > 0;
  }

  get numbers(): Int32Array {
    if (!this.#isRead) this.#read();
    return this.#numbers;
  }

  answerAt(row: number): Answer {
    const known = this.#isRead ? (this.#numbers[row] ?? 0) + 1 : (this.#short[this.packed[row] ?? 0] ?? 0);
    // A long cell, or one that was not seen before.
    const number = known === 0 ? (this.numbers[row] ?? 0) : known - 1;
    return (this.answers[number] ?? this.answers[0])?.answer ?? UNREAD;
  }

  finish(): void {
    if (!this.#isRead && (this.hasProblems || !this.isKnown)) this.#read();
  }

  #read(): void {
    this.#isRead = true;
    const { bytes, rows, longs } = this.#cells;
    if (this.#numbers.length < rows) this.#numbers = new Int32Array(rows * 2);
    const [numbers, packed, short] = [this.#numbers, this.packed, this.#short];
    const places = longs[this.#at] ?? new Int32Array(0);
    let long = 0;
    for (let place = 0; place < rows; place++) {
      const number = packed[place] ?? 0;
      if (number === LONG) {
        numbers[place] = this.#numberOf(longText(bytes, places[long] ?? 0, places[long + 1] ?? 0));
        long += 2;
        continue;
      }
      let found = short[number] ?? 0;
      if (found === 0) {
        found = this.#numberOf(shortText(number)) + 1;
        this.#keepShort(number, found - 1);
      }
      numbers[place] = found - 1;
    }
  }

  #numberOf(text: string): number {
    let found = this.#known.get(text);
    if (found === undefined) {
      found = this.#add(text);
      this.#known.set(text, found);
    }
    return found;
  }

  #add(text: string): number {
    // The column is asked as it would be in its row; no other cell of the row matters to it.
    this.#row[this.#at] = text;
    const read = this.column.read(this.#row);
    this.hasProblems ||= read.problem !== undefined;
    return this.answers.push(read) - 1;
  }

  #keepShort(packed: number, answer: number): void {
    this.#short[packed] = answer + 1;
    this.shorts.push({ packed, answer });
  }
}

/** Never seen: the blank is read when the column is made. */
const UNREAD: Answer = { kind: "missing", why: "blank", text: "" };
