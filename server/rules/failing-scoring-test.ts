import { onlyNeeded, readClosure } from "../model/resolve.ts";
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
  yieldsTo: ["test-answers-unknown-code", "test-expects-unknown"],
  *check({ value: test }, { at, scoring, possibleRange, isFaulty }) {
    if (test.responses !== undefined || test.expected !== undefined) return;
    const names = test.expect.map(({ name }) => name);
    const needed = readClosure(scoring, names);
    if ([...needed].some((id) => isFaulty(id))) return;
    const compiled = compileInstrument(onlyNeeded(scoring, names), {
      rangeOfScore: (id) => {
        const possible = possibleRange(id);
        return possible && { low: possible.min, high: possible.max, attainable: possible.attainable };
      },
    });
    const outcome = runInlineTest(compiled, test, scoring);
    if (outcome.unusable.length > 0) return;
    for (const { name, property, actual } of outcome.differences) {
      const expected = test.expect.find((one) => one.name === name && one.property === property);
      if (!expected) continue;
      const shown = printValue(actual);
      const place = at.value(expected, "value");
      const wanted = at.has(expected) ? written(place) : "";
      const quoted = shown === "" && /^["']missing["']$/.test(wanted);
      const what = property === undefined ? name : `${name}.${property}`;
      yield {
        at: place,
        message: `"${what}" is ${shown === "" ? "missing" : shown}, not ${quoted ? `the text ${wanted}: without quotation marks it says that there is no value` : wanted}`,
        fixes: quoted ? [{ title: "Change to missing", safe: false, edits: [{ at: place, newText: "missing" }] }] : [],
      };
    }
  },
});

const written = ({ segment, start, end }: { segment: { text: string }; start: number; end: number }) => segment.text.slice(start, end);
