import type { Instrument, Named } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { readClosure } from "../model/resolve.ts";
import { compileInstrument } from "../scoring/pipeline.ts";
import { printValue } from "../scoring/printValue.ts";
import { runInlineTest } from "../scoring/tests.ts";
import { rule } from "./rule.ts";

/** A test whose score is at fault says nothing new, and one that cannot be run is reported for what it names. */
export default rule({
  code: "failing-scoring-test",
  severity: "error",
  summary: "A scoring test expects another score than the definition gives.",
  looksAt: "test",
  *check({ value: test }, { at, instrument, possibleRange, isFaulty }) {
    if (test.responses !== undefined || test.expected !== undefined) return;
    const names = test.expect.map(({ name }) => name);
    const needed = readClosure(instrument, names);
    if ([...needed].some((id) => isFaulty(id))) return;
    const compiled = compileInstrument(only(instrument, needed), {
      rangeOfScore: (id) => {
        const possible = possibleRange(id);
        return possible && { low: possible.min, high: possible.max, attainable: possible.attainable };
      },
    });
    const outcome = runInlineTest(compiled, test);
    if (outcome.unusable.length > 0) return;
    for (const { name, property, actual } of outcome.differences) {
      const expected = test.expect.find((one) => one.name === name && one.property === property);
      if (!expected) continue;
      const shown = printValue(actual);
      yield {
        at: at.value(expected, "value"),
        message: `"${property === undefined ? name : `${name}.${property}`}" is ${shown === "" ? "missing" : shown}, not ${at.has(expected) ? written(at.value(expected, "value")) : ""}`,
      };
    }
  },
});

const written = ({ segment, start, end }: { segment: { text: string }; start: number; end: number }) => segment.text.slice(start, end);

/** The instrument with only the items and scores that a test needs, so that others cannot touch it. */
function only(instrument: Instrument, needed: ReadonlySet<string>): Instrument {
  const pick = <T>(all: Named<T>): Named<T> => {
    const found = [...needed].flatMap((id) => {
      const value = all.get(id);
      return value === undefined ? [] : [[id, value] as const];
    });
    return named(found.sort(([a], [b]) => all.indexOf(a) - all.indexOf(b)));
  };
  return { ...view(instrument), items: pick(instrument.items), scores: pick(instrument.scores) };
}

/** The same collections, asked for one by one: a spread would copy the values behind the view's getters. */
const view = ({ id, responses, sections, recodes, tables, effects, tests, metadata }: Instrument): Instrument => ({
  id,
  responses,
  sections,
  recodes,
  tables,
  effects,
  tests,
  metadata,
  items: named([]),
  scores: named([]),
});
