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
