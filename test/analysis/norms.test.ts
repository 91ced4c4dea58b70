import assert from "node:assert/strict";
import type { Host } from "../../server/analysis/analysis.ts";
import { Engine } from "../../server/analysis/engine.ts";

const TEXT = `instrument: normed
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
sections:
  s:
    items:
      sex: {text: Your sex, response: {options: {1: Female, 2: Male}}}
      a: {text: I sleep well, response: often4}
      b: {text: I wake early, response: often4}
tables:
  norms: {by: [sex], value: t, file: norms.csv}
scores:
  t_score:
    items: [a, b]
    method: sum
    transform: [{lookup: norms}]
`;
const ROWS = [0, 1, 2, 3, 4, 5, 6].flatMap((raw) => [`1,${raw},${30 + raw}`, `2,${raw},${40 + raw}`]);
const WHOLE = ["sex,raw,t", ...ROWS, ""].join("\n");
const SHORT = ["sex,raw,t", ...ROWS.filter((row) => !/,6,/.test(row)), ""].join("\n");

/** A host with one file that changes. */
function host(text: string | undefined): Host & { text: string | undefined } {
  const files = { text, read: (path: string) => (path === "norms.csv" ? files.text : undefined), isOutside: () => false };
  return files;
}

function looked(engine: Engine): readonly [string | undefined, string | undefined, readonly string[]] {
  const { analysis } = engine;
  const range = analysis.possibleRange("t_score");
  const lost = analysis.problems.filter(({ code }) => code === "lookup-not-total").map(({ message }) => message);
  return [range?.min?.toFraction(), range?.max?.toFraction(), lost];
}

const LOST = '"t_score" can be 6 before it is looked up, and "norms" has no row for it (it runs from 0 to 5)';

describe("a table of norms in a file", () => {
  for (const mode of ["once", "edited"] as const)
    it(`gives the score its range, and is said to lack a row (${mode})`, () => {
      assert.deepEqual(looked(new Engine(TEXT, host(WHOLE), [], mode)), ["30", "46", []]);
      assert.deepEqual(looked(new Engine(TEXT, host(SHORT), [], mode)), ["30", "45", [LOST]]);
    });

  it("leaves the range open where the file is not there, is outside, or says nothing that can be read", () => {
    const outside = { ...host(WHOLE), isOutside: () => true };
    for (const files of [
      host(undefined),
      outside,
      host(""),
      host("sex,t\n1,2\n"),
      host('sex,raw,t\n1,"2,3\n'),
      host("sex,raw,t\n1,one,30\n"),
    ])
      assert.deepEqual(looked(new Engine(TEXT, files)), [undefined, undefined, []]);
  });

  it("is followed when the file changes, and through edits of the table and of other parts", () => {
    const files = host(WHOLE);
    const engine = new Engine(TEXT, files);
    const edit = (from: string, to: string): void => {
      const text = engine.analysis.text.segments.list.map((segment) => segment.text).join("");
      engine.edit({ start: text.indexOf(from), end: text.indexOf(from) + from.length }, to);
    };
    assert.deepEqual(looked(engine), ["30", "46", []]);
    files.text = SHORT;
    engine.refresh();
    assert.deepEqual(looked(engine), ["30", "45", [LOST]]);
    edit("I wake early", "I wake too early");
    assert.deepEqual(looked(engine), ["30", "45", [LOST]]);
    edit("file: norms.csv", "file: other.csv");
    assert.deepEqual(looked(engine), [undefined, undefined, []]);
    edit("file: other.csv", "file: norms.csv");
    files.text = WHOLE;
    engine.refresh();
    assert.deepEqual(looked(engine), ["30", "46", []]);
    files.text = undefined;
    engine.refresh();
    assert.deepEqual(looked(engine), [undefined, undefined, []]);
  });
});
