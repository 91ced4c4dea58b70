import { remember } from "../remember.ts";

/** Milliseconds of checking after which requests come first. */
const SLICE = 8;
/** Milliseconds after which what is found by then is told once more; each time the pause is twice as long, up to half a second. */
const [PAUSE, LONGEST] = [SLICE, 500];

/** Browsers have no such thing. */
export const soon: (work: () => void) => void = typeof setImmediate === "function" ? setImmediate : (work) => setTimeout(work, 0);

/**
 * Later than a message that has come meanwhile: it is handled in the same turn as the first of these two, but behind it. In browsers, who wait longer
 * the oftener one asks, it comes first anyway.
 */
const afterMessages: (work: () => void) => void = typeof setImmediate === "function" ? (work) => soon(() => soon(work)) : soon;

/** Says after a slice of time that it is over. */
export function slice(): () => boolean {
  const end = performance.now() + SLICE;
  return () => performance.now() >= end;
}

/** What is to be checked. */
export interface Sliced {
  /** Checks a document until `isTime` says that it is enough; whether all of it is checked. */
  advance(uri: string, isTime: () => boolean): boolean;
  /** Tells what is found: after the first slice that found something, now and then, and when all is. Whether there was anything to tell. */
  tell(uri: string, isDone: boolean): boolean;
}

/** Checks documents a little at a time, with requests answered in between: a long document says the first things at once, and all a moment later. */
export class Slices {
  readonly #sliced: Sliced;
  /** When each document is told of next. */
  readonly #waiting = new Map<string, { readonly at: number; readonly pause: number }>();
  readonly #waiters = new Map<string, (() => void)[]>();
  #isAwaited = false;
  /** Whether something came since the last turn. */
  #isNews = false;

  constructor(sliced: Sliced) {
    this.#sliced = sliced;
  }

  /** Checks a document soon, from the beginning where it has changed meanwhile. */
  soon(uri: string): void {
    this.#waiting.set(uri, { at: 0, pause: PAUSE });
    this.giveWay();
    this.#wait();
  }

  /** Lets what was sent together with a request come first too, as an editor asks for many things at a time. */
  giveWay(): void {
    // Where no turn is under way, the next one comes behind what was sent together with this.
    this.#isNews = this.#isAwaited;
  }

  /** Ends when all of a document is checked and told. */
  done(uri: string): Promise<void> {
    if (!this.#waiting.has(uri)) return Promise.resolve();
    return new Promise((resolve) => remember(this.#waiters, uri, () => []).push(resolve));
  }

  #wait(): void {
    if (this.#isAwaited || this.#waiting.size === 0) return;
    this.#isAwaited = true;
    afterMessages(() => {
      this.#isAwaited = false;
      // What was sent together with an edit, such as the wish for completions, comes before the check of that edit.
      if (this.#isNews) this.#isNews = false;
      else this.#work();
      this.#wait();
    });
  }

  #work(): void {
    const isTime = slice();
    for (const [uri, { at, pause }] of [...this.#waiting]) {
      const isDone = this.#sliced.advance(uri, isTime);
      const isDue = performance.now() >= at;
      if (isDone) this.#waiting.delete(uri);
      const isTold = (isDone || isDue) && this.#sliced.tell(uri, isDone);
      if (isTold && !isDone) this.#waiting.set(uri, { at: performance.now() + pause, pause: Math.min(LONGEST, 2 * pause) });
      if (!isDone) continue;
      for (const resolve of this.#waiters.get(uri) ?? []) resolve();
      this.#waiters.delete(uri);
    }
  }
}
