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
  return {
    id: instrument.id,
    // A view notes who looks at the metadata: it is asked for when it is needed.
    get metadata() {
      return instrument.metadata;
    },
    responses: instrument.responses,
    sections: instrument.sections,
    items: pick(instrument.items),
    scores: pick(instrument.scores),
    recodes: instrument.recodes,
    tables: instrument.tables,
    effects: instrument.effects,
    tests: instrument.tests,
  };
}
