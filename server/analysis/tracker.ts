import { remember } from "../remember.ts";

/**
 * Remembers what each reader looked at, so that after an edit only those are asked again whose answer may have changed. Readers never say
 * what they depend on: whatever they ask for through a tracked view is noted under a key (`items:phq1`, `span:items:a..b`, `range:total`).
 */
export class Tracker<R extends object> {
  /** What was looked at, as long as somebody has. */
  readonly #keys = new Map<string, Key<R>>();
  /** What each has looked at: a set where it goes on looking. */
  readonly #reads = new Map<R | string, readonly Key<R>[] | Set<Key<R>>>();
  readonly #derived = new Map<string, unknown>();
  readonly #facts = new Map<string, { readonly make: () => unknown; readonly answer: unknown }>();
  readonly #questions = new Map<string, Question>();
  /** The questions that each thing can turn over. */
  readonly #about = new Map<string, Set<string>>();
  /** The questions that anything can turn over. */
  readonly #always = new Set<string>();
  readonly #frames: Frame<R>[] = [];
  #looks = 0;

  /** Notes that whoever runs now has looked at this. */
  read(key: string): void {
    this.#frames.at(-1)?.seen.add(this.#keyOf(key));
  }

  /** Stands for whoever looks now: as long as it is the same, what was looked at before is noted already, and is as it was. */
  get look(): number | undefined {
    return this.#frames.at(-1)?.look;
  }

  /** Notes a look of something derived that goes on looking after it was made. */
  readBy(derived: string, key: string): void {
    let reads = this.#reads.get(derived);
    if (reads === undefined) {
      this.read(key);
      return;
    }
    if (!(reads instanceof Set)) {
      reads = new Set(reads);
      this.#reads.set(derived, reads);
    }
    const known = this.#keyOf(key);
    if (reads.has(known)) return;
    reads.add(known);
    addReader(known, derived);
  }

  /**
   * Notes a question about the order of things: its reader runs again only where the answer is another than it was. `about`: the things whose
   * coming or going can make it another, beside a change of order; anything can where nothing is said.
   */
  question(key: string, ask: () => string, about?: () => readonly string[]): void {
    if (this.#frames.length === 0) return;
    this.#ask(key, ask, about);
    this.read(key);
  }

  /** The same for something derived that goes on asking after it was made. */
  questionBy(derived: string, key: string, ask: () => string, about?: () => readonly string[]): void {
    this.#ask(key, ask, about);
    this.readBy(derived, key);
  }

  #ask(key: string, ask: () => string, about?: () => readonly string[]): void {
    if (!this.#questions.has(key)) {
      const question: Question = { ask, answer: ask(), about: about?.() };
      this.#questions.set(key, question);
      if (!question.about) this.#always.add(key);
      for (const thing of question.about ?? []) remember(this.#about, thing, () => new Set<string>()).add(key);
    }
  }

  /** Runs a reader and keeps what it looked at. */
  run<T>(reader: R, work: () => T): T {
    return this.#record(reader, work);
  }

  /** A value that many readers ask for: made once, and made again after something that it looked at has changed. */
  derive<T>(key: string, make: () => T): T {
    this.read(key);
    if (this.#derived.has(key)) return this.#derived.get(key) as T;
    const value = this.#record(key, make);
    this.#derived.set(key, value);
    return value;
  }

  /**
   * A word or a truth about something, made from much that changes often and itself seldom another: it is made anew at once when something
   * that it looked at has changed, and its readers are asked again only where it is another.
   */
  fact<T extends string | boolean | undefined>(key: string, make: () => T): T {
    this.read(key);
    const known = this.#facts.get(key);
    if (known) return known.answer as T;
    const answer = this.#record(key, make);
    this.#facts.set(key, { make, answer });
    return answer;
  }

  /** The readers that looked at any of these, directly or through derived values; those values are forgotten. */
  touch(keys: Iterable<string>): Set<R> {
    const touched = new Set<R>();
    const seen = new Set<string>();
    const due = new Set<string>();
    for (let open = [...keys]; open.length > 0; open = this.#changedFacts(due)) {
      for (let key = open.pop(); key !== undefined; key = open.pop()) {
        if (seen.has(key)) continue;
        seen.add(key);
        for (const reader of readersOf(this.#keys.get(key))) {
          if (typeof reader !== "string") touched.add(reader);
          else if (this.#facts.has(reader)) due.add(reader);
          else if (this.#derived.delete(reader)) open.push(reader);
        }
      }
    }
    return touched;
  }

  /** Makes these facts anew; those that nobody reads any more are forgotten. */
  #changedFacts(due: Set<string>): string[] {
    const changed: string[] = [];
    for (const key of due) {
      const fact = this.#facts.get(key);
      if (!fact) continue;
      if (!this.#isRead(key)) {
        this.#facts.delete(key);
        this.#release(key);
        continue;
      }
      const answer = this.#record(key, fact.make);
      if (answer !== fact.answer) changed.push(key);
      this.#facts.set(key, { make: fact.make, answer });
    }
    due.clear();
    return changed;
  }

  /** The keys of questions whose answer is another than it was, after these things came or went; all are asked where nothing is said. */
  changedAnswers(about?: Iterable<string>): string[] {
    const due = new Set(about ? this.#always : this.#questions.keys());
    for (const thing of about ?? []) for (const key of this.#about.get(thing) ?? []) due.add(key);
    const changed: string[] = [];
    for (const key of due) {
      const question = this.#questions.get(key);
      if (!question) continue;
      const isRead = this.#isRead(key);
      const isChanged = isRead && question.ask() !== question.answer;
      if (isChanged) changed.push(key);
      // Who asked asks again, of what it is about now.
      if (isChanged || !isRead) this.#drop(key, question);
    }
    return changed;
  }

  #drop(key: string, { about }: Question): void {
    this.#questions.delete(key);
    this.#always.delete(key);
    for (const thing of about ?? []) {
      const keys = this.#about.get(thing);
      keys?.delete(key);
      if (keys?.size === 0) this.#about.delete(thing);
    }
  }

  forget(reader: R): void {
    this.#release(reader);
  }

  #record<T>(reader: R | string, work: () => T): T {
    const seen = new Set<Key<R>>();
    this.#frames.push({ seen, look: ++this.#looks });
    try {
      return work();
    } finally {
      this.#frames.pop();
      // Most looks are the same as the last time.
      for (const key of this.#reads.get(reader) ?? []) if (!seen.has(key)) this.#leave(key, reader);
      const reads: Key<R>[] = [];
      for (const known of seen) {
        // One that lost its last reader meanwhile may have been forgotten, and be there anew.
        const key = known.readers === undefined ? this.#keyOf(known.name, known) : known;
        addReader(key, reader);
        reads.push(key);
      }
      this.#reads.set(reader, reads);
    }
  }

  #release(reader: R | string): void {
    for (const key of this.#reads.get(reader) ?? []) this.#leave(key, reader);
    this.#reads.delete(reader);
  }

  #leave(key: Key<R>, reader: R | string): void {
    removeReader(key, reader);
    if (key.readers === undefined && this.#keys.get(key.name) === key) this.#keys.delete(key.name);
  }

  #keyOf(name: string, otherwise?: Key<R>): Key<R> {
    let key = this.#keys.get(name);
    if (key === undefined) {
      key = otherwise ?? { name, readers: undefined };
      this.#keys.set(name, key);
    }
    return key;
  }

  #isRead(name: string): boolean {
    return this.#keys.get(name)?.readers !== undefined;
  }
}

/** One run of a reader, and what it has looked at. */
interface Frame<R extends object> {
  readonly seen: Set<Key<R>>;
  readonly look: number;
}

/** Something that can be looked at. Most things have one reader, for which a set would take more memory than all else that is known of them. */
interface Key<R extends object> {
  readonly name: string;
  readers: R | string | Set<R | string> | undefined;
}

function readersOf<R extends object>(key: Key<R> | undefined): Iterable<R | string> {
  const readers = key?.readers;
  if (readers === undefined) return [];
  return readers instanceof Set ? readers : [readers];
}

function addReader<R extends object>(key: Key<R>, reader: R | string): void {
  const { readers } = key;
  if (readers instanceof Set) readers.add(reader);
  else if (readers === undefined) key.readers = reader;
  else if (readers !== reader) key.readers = new Set([readers, reader]);
}

function removeReader<R extends object>(key: Key<R>, reader: R | string): void {
  const { readers } = key;
  if (readers === reader) key.readers = undefined;
  else if (readers instanceof Set) {
    readers.delete(reader);
    if (readers.size === 0) key.readers = undefined;
  }
}

interface Question {
  readonly ask: () => string;
  readonly answer: string;
  readonly about: readonly string[] | undefined;
}
