import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import type { Instrument } from "../../server/model/instrument.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import type { Person } from "../../server/scoring/person.ts";
import { type CompiledInstrument, compileInstrument, type ScoringOptions } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";

/** The instrument of a text that is written without mistakes of shape. */
export function read(text: string): Instrument {
  const { instrument, problems } = analyse(`instrument: small\n${text}`);
  assert.deepEqual(
    problems
      .filter(({ severity, code }) => severity === "error" && /syntax|shape|unknown-key|wrong-type|missing-key/.test(code))
      .map(({ message }) => message),
    [],
  );
  return instrument;
}

export function compiled(text: string, options?: ScoringOptions): CompiledInstrument {
  const made = compileInstrument(read(text), options);
  assert.deepEqual([...made.faulty], []);
  return made;
}

/** One person, with answers as the cells of a data file would hold them. */
export function person(instrument: CompiledInstrument, cells: Readonly<Record<string, string | number>>): Person {
  return instrument.score((id) => {
    const item = instrument.instrument.items.get(id);
    const cell = cells[id];
    return item === undefined || cell === undefined ? undefined : readAnswer(instrument.instrument, item, String(cell)).answer;
  });
}

/** A value as it is printed; of a missing one its status in brackets. `total.band` asks for a property. */
export function shown(found: Person, name: string): string {
  const [id = "", property] = name.split(".");
  const result = found.result(id);
  const value = property === undefined ? result?.value : result?.properties.get(property);
  if (value === undefined) return "nothing";
  return value.kind === "missing" ? `(${property === undefined ? result?.status : "missing"})` : printValue(value);
}
