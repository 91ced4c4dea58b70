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
  #isNoted: boolean;

  private constructor(pieces: readonly Piece<T>[], isNoted: boolean) {
    this.#pieces = pieces;
    this.#isNoted = isNoted;
    this.#before = pieces.length === 1 ? ONE : countsBefore(pieces);
    this.length = (this.#before.at(-1) ?? 0) + (pieces.at(-1)?.all.length ?? 0);
  }

  static of<T>(list: readonly T[]): Pieces<T> {
    return new Pieces(cut(list), false);
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
    if (this.#isNoted) note(inserted, place);
    return new Pieces(this.#pieces.toSpliced(first, last + 1 - first, ...cut(middle)), this.#isNoted);
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

  /** The place of an object, or -1. Where it was last seen is kept with it, and is a hint that is checked. */
  indexOf(one: T & object): number {
    if (this.#pieces.length <= 1) return this.#allOf(0).indexOf(one);
    const hint = PLACES.get(one) ?? this.#noted(one);
    if (this.at(hint) === one) return hint;
    const place = this.#nearest(one, this.pieceAt(hint));
    if (place >= 0) PLACES.set(one, place);
    return place;
  }

  /** Notes where everything stands, once: what comes later is noted when it comes. */
  #noted(one: T & object): number {
    if (!this.#isNoted) for (const [i, piece] of this.#pieces.entries()) note(piece.all, this.countBefore(i));
    this.#isNoted = true;
    return PLACES.get(one) ?? 0;
  }

  /** Edits before it may have moved it by some. */
  #nearest(one: T, piece: number): number {
    for (let away = 0; away < this.#pieces.length; away++) {
      for (const near of away === 0 ? [piece] : [piece - away, piece + away]) {
        const inside = this.#allOf(near).indexOf(one);
        if (inside >= 0) return this.countBefore(near) + inside;
      }
    }
    return -1;
  }

  #allOf(piece: number): readonly T[] {
    return this.#pieces[piece]?.all ?? [];
  }
}

/** Short lists, of which there are many, have this in common. */
const ONE: readonly number[] = [0];

function countsBefore(pieces: readonly Piece<unknown>[]): readonly number[] {
  const counts: number[] = [];
  for (let i = 0, count = 0; i < pieces.length; i++) {
    counts.push(count);
    count += pieces[i]?.all.length ?? 0;
  }
  return counts;
}

/** The place that each object was last seen at. */
const PLACES = keptWith<object, number>();

function note(all: readonly unknown[], from: number): void {
  for (let i = 0; i < all.length; i++) {
    const one = all[i];
    if (typeof one === "object" && one !== null) PLACES.set(one, from + i);
  }
}

function cut<T>(list: readonly T[]): readonly Piece<T>[] {
  if (list.length <= MOST) return [{ all: list }];
  const count = Math.ceil(list.length / (MOST / 2));
  const at = (piece: number) => Math.floor((list.length * piece) / count);
  return Array.from({ length: count }, (_, piece) => ({ all: list.slice(at(piece), at(piece + 1)) }));
}
