/** Remembers the ids of very many people and the line of each, in memory that has an end. */
export interface SeenIds {
  /** The line that this id stood in before; undefined where it is new, and remembered now, or where no more can be remembered. */
  lineBefore(id: string, line: number): number | undefined;
  /** True as soon as an id could not be remembered. */
  readonly isFull: boolean;
}

/** So many are kept as they are; of those that follow only two numbers made from their characters, which take a tenth of the memory. */
const AS_TEXT = 1 << 16;
/** Places in the table; a power of two. */
const PLACES = 1 << 23;

/**
 * Beyond `asText` ids, two different ones are taken for one where both of their numbers agree: with six million people that is less likely than
 * one in a million for the whole file.
 */
export function seenIds(asText = AS_TEXT, places = PLACES): SeenIds {
  const texts = new Map<string, number>();
  let table: Table | undefined;
  let isFull = false;
  return {
    get isFull() {
      return isFull;
    },
    lineBefore: (id, line) => {
      const known = texts.get(id);
      if (known !== undefined) return known;
      if (texts.size < asText) {
        texts.set(id, line);
        return undefined;
      }
      table ??= new Table(places);
      const before = table.lineBefore(id, line);
      if (before === "full") isFull = true;
      return before === "full" ? undefined : before;
    },
  };
}

class Table {
  /** For each place the two numbers and the line, side by side so that they come from memory together. Line 0 is an empty place: lines count from 1. */
  readonly #cells: Uint32Array;
  readonly #mask: number;
  #count = 0;

  constructor(places: number) {
    this.#cells = new Uint32Array(places * 3);
    this.#mask = places - 1;
  }

  lineBefore(id: string, line: number): number | "full" | undefined {
    const cells = this.#cells;
    const [first, second] = numbersOf(id);
    for (let place = first & this.#mask; ; place = (place + 1) & this.#mask) {
      const at = place * 3;
      const there = cells[at + 2] ?? 0;
      if (there === 0) {
        // A fuller table would be searched ever longer.
        if (this.#count >= this.#mask * 0.75) return "full";
        this.#count++;
        cells[at] = first;
        cells[at + 1] = second;
        cells[at + 2] = line;
        return undefined;
      }
      if (cells[at] === first && cells[at + 1] === second) return there;
    }
  }
}

/** Two numbers of 32 bits that depend on every character in different ways. */
function numbersOf(id: string): readonly [number, number] {
  let [first, second] = [id.length, ~id.length];
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    first = Math.imul(first ^ code, 0x9e3779b1);
    first ^= first >>> 15;
    second = Math.imul(second + code, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return [mixed(first), mixed(second ^ 0x27d4eb2f)];
}

/** Each bit of the result depends on every bit of the number. */
function mixed(number: number): number {
  let made = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  made = Math.imul(made ^ (made >>> 15), 0x846ca68b);
  return (made ^ (made >>> 16)) >>> 0;
}
