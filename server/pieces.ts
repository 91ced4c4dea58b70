import { keptWith } from "./keptWith.ts";

/** A stretch of a long list. */
interface Piece<T> {
  readonly all: readonly T[];
}

/** How many a piece has at least, if it is not the only one, and at most. */
const [LEAST, MOST] = [32, 256];

/**
 * A long list that never changes: an edit makes another that shares all pieces but those that it touches. So it costs next to nothing however
 * long the list is, as what a document consists of is.
 */
export class Pieces<T> implements Iterable<T> {
  readonly length: number;
  readonly #pieces: readonly Piece<T>[];
  /** How many stand before each piece. */
  readonly #before: readonly number[];
  #list: readonly T[] | undefined;

  private constructor(pieces: readonly Piece<T>[]) {
    this.#pieces = pieces;
    this.#before = pieces.length === 1 ? ONE : countsBefore(pieces);
    this.length = (this.#before.at(-1) ?? 0) + (pieces.at(-1)?.all.length ?? 0);
  }

  static of<T>(list: readonly T[]): Pieces<T> {
    return new Pieces(cut(list));
  }

  at(place: number): T | undefined {
    if (place < 0) return undefined;
    if (this.#pieces.length === 1) return this.#pieces[0]?.all[place];
    const piece = this.pieceAt(place);
    return this.#pieces[piece]?.all[place - (this.#before[piece] ?? 0)];
  }

  /** The list with `inserted` in the place of `count` from a place on. */
  splice(place: number, count: number, inserted: readonly T[]): Pieces<T> {
    let first = this.pieceAt(place);
    let last = count > 0 ? this.pieceAt(place + count - 1) : first;
    const head = this.#allOf(first).slice(0, place - this.countBefore(first));
    const tail = this.#allOf(last).slice(place + count - this.countBefore(last));
    let middle = [...head, ...inserted, ...tail];
    // A piece that has become short goes together with one beside it.
    if (middle.length < LEAST && last + 1 < this.#pieces.length) middle = [...middle, ...this.#allOf(++last)];
    else if (middle.length < LEAST && first > 0) middle = [...this.#allOf(--first), ...middle];
    return new Pieces([...this.#pieces.slice(0, first), ...cut(middle), ...this.#pieces.slice(last + 1)]);
  }

  /** Another list as a change of this one: what both begin and end with stays in its pieces. */
  become(list: readonly T[]): Pieces<T> {
    const now = this.list;
    const shorter = Math.min(now.length, list.length);
    let from = 0;
    while (from < shorter && now[from] === list[from]) from++;
    let after = 0;
    while (after < shorter - from && now[now.length - 1 - after] === list[list.length - 1 - after]) after++;
    if (from + after === list.length && list.length === now.length) return this;
    return this.splice(from, now.length - from - after, list.slice(from, list.length - after));
  }

  slice(from: number, to: number): T[] {
    const some: T[] = [];
    for (let i = this.pieceAt(from); i < this.#pieces.length && this.countBefore(i) < to; i++) {
      const before = this.countBefore(i);
      some.push(...this.#allOf(i).slice(Math.max(0, from - before), to - before));
    }
    return some;
  }

  /** All in one array, made when it is first asked for: who asks goes through the whole list anyway. */
  get list(): readonly T[] {
    this.#list ??= this.#pieces.length === 1 ? this.#allOf(0) : ([] as T[]).concat(...this.#pieces.map(({ all }) => all));
    return this.#list;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const { all } of this.#pieces) yield* all;
  }

  /** The pieces themselves, for what is known of each. */
  get pieces(): readonly Piece<T>[] {
    return this.#pieces;
  }

  /** Which piece holds a place; the last one for a place at the end. */
  pieceAt(place: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  countBefore(piece: number): number {
    return this.#before[piece] ?? this.length;
  }

  /** The place of an object, or -1. Which piece it was last seen in is kept with it, and is a hint that is checked. */
  indexOf(one: T & object): number {
    if (this.#pieces.length <= 1) return this.#allOf(0).indexOf(one);
    const known = this.#indexIn(HOMES.get(one), one);
    if (known >= 0) return known;
    let isNews = false;
    for (const piece of this.#pieces) {
      if (NOTED.has(piece)) continue;
      NOTED.set(piece, true);
      isNews = true;
      for (const each of piece.all) HOMES.set(each as object, piece);
    }
    const found = isNews ? this.#indexIn(HOMES.get(one), one) : -1;
    // A later list may have moved it into a piece that this one does not have.
    return found >= 0 ? found : this.list.indexOf(one);
  }

  #indexIn(home: Piece<unknown> | undefined, one: T): number {
    if (!home) return -1;
    let piece = PLACES.get(home) ?? 0;
    if (this.#pieces[piece] !== home) {
      piece = this.#pieces.indexOf(home as Piece<T>);
      if (piece < 0) return -1;
      PLACES.set(home, piece);
    }
    return this.countBefore(piece) + this.#allOf(piece).indexOf(one);
  }

  #allOf(piece: number): readonly T[] {
    return this.#pieces[piece]?.all ?? [];
  }
}

/** Short lists, of which there are many, have this in common. */
const ONE: readonly number[] = [0];

function countsBefore(pieces: readonly Piece<unknown>[]): readonly number[] {
  let count = 0;
  return pieces.map(({ all }) => {
    const before = count;
    count += all.length;
    return before;
  });
}

/** The piece that each object was last seen in, where each piece stood in its list, and the pieces whose objects know of it. */
const HOMES = keptWith<object, Piece<unknown>>();
const PLACES = keptWith<Piece<unknown>, number>();
const NOTED = keptWith<Piece<unknown>, boolean>();

function cut<T>(list: readonly T[]): readonly Piece<T>[] {
  if (list.length <= MOST) return [{ all: list }];
  const count = Math.ceil(list.length / (MOST / 2));
  const at = (piece: number) => Math.floor((list.length * piece) / count);
  return Array.from({ length: count }, (_, piece) => ({ all: list.slice(at(piece), at(piece + 1)) }));
}
