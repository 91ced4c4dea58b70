import type { Instrument, Named } from "../instrument.ts";
import { named } from "../named.ts";
import { readClosure } from "./order.ts";

/** The instrument with only the items and scores that these names need, in file order: what happens to the others cannot touch it. */
export function onlyNeeded(instrument: Instrument, names: Iterable<string>): Instrument {
  const needed = readClosure(instrument, names);
  const pick = <T>(all: Named<T>): Named<T> =>
    named(
      all.inOrder(needed).flatMap((id) => {
        const value = all.get(id);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  return new Narrowed(instrument, pick(instrument.items), pick(instrument.scores));
}

class Narrowed implements Instrument {
  readonly #whole: Instrument;
  readonly id: string;
  readonly responses: Instrument["responses"];
  readonly sections: Instrument["sections"];
  readonly items: Instrument["items"];
  readonly scores: Instrument["scores"];
  readonly recodes: Instrument["recodes"];
  readonly tables: Instrument["tables"];
  readonly effects: Instrument["effects"];
  readonly tests: Instrument["tests"];

  constructor(whole: Instrument, items: Instrument["items"], scores: Instrument["scores"]) {
    this.#whole = whole;
    this.id = whole.id;
    this.responses = whole.responses;
    this.sections = whole.sections;
    this.items = items;
    this.scores = scores;
    this.recodes = whole.recodes;
    this.tables = whole.tables;
    this.effects = whole.effects;
    this.tests = whole.tests;
  }

  /** A view notes who looks at the metadata: it is asked for when it is needed. */
  get metadata(): Instrument["metadata"] {
    return this.#whole.metadata;
  }
}
