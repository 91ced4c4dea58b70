import assert from "node:assert/strict";
import { type Cells, runFileTest } from "../../server/scoring/fileTest.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { PUBLISHED, publishedInstrument, publishedTable } from "./published.ts";
import { compiled } from "./score.ts";

const SMALL = compiled(`
sections:
  main:
    response: {from: 0, to: 3}
    items: {a: A, b: B}
scores:
  total: {items: [a, b], method: mean, missing: {need: 1}, bands: {low: [0, 1], high: [1.1, 3]}}
tests:
  files: {responses: r.csv, expected: e.csv, id: person}
  first column: {responses: r.csv, expected: e.csv, tolerance: 0.1}
`);

function cells(text: string): Cells {
  const [header = [], ...rows] = text.split(" ").map((line) => line.split(","));
  return { header, rows };
}

function outcome(name: string, responses: string, expected: string): string[] {
  const test = SMALL.instrument.tests.get(name);
  assert.ok(test);
  const found = runFileTest(SMALL, test, cells(responses), cells(expected));
  return [
    `${found.passed ? "passed" : "failed"} ${found.cells} cells`,
    ...found.findings.map(({ file, row, column, code, message }) => `${file} ${row ?? ""} ${column ?? ""} ${code}: ${message}`),
    ...found.differences.map(
      ({ person, column, expected, actual }) => `${person} ${column}: ${expected || "missing"} is not ${printValue(actual) || "missing"}`,
    ),
  ];
}

describe("tests of scoring over data files", () => {
  it("joins rows by the id column and compares every cell", () => {
    assert.deepEqual(outcome("files", "person,a,b p1,1,2 p2,,3 p3,,", "total.band,PERSON,Total high,p2,3 low,p1,1.5 ,p3,"), [
      "failed 6 cells",
      "p1 total.band: low is not high",
    ]);
    assert.deepEqual(outcome("first column", "id,a,b 1,1,2 2,0,1", "id,total 2,0.45 1,1.67"), [
      "failed 2 cells",
      "1 total: 1.67 is not 1.5",
    ]);
  });

  it("says what keeps files from being compared", () => {
    assert.deepEqual(outcome("files", "person,a,b p1,1,9 p1,1,2", "person,total,sum p1,1,1 p4,1,1"), [
      "failed 1 cells",
      'expected  sum expected-column-unknown: no score has the expected column "sum"',
      'responses 2 person duplicate-row-id: "p1" is in the file twice',
      'responses 1 b answer-outside-response: "9" is not an answer to "b": a whole number from 0 to 3 was asked for',
      'expected 2 person expected-row-unknown: "p4" is not in the file of responses',
    ]);
    assert.deepEqual(outcome("files", "id,a p1,1", "person,total p1,1"), [
      "failed 0 cells",
      'responses  b missing-column: there is no column for "b", which "total" needs',
      'responses  person missing-column: there is no column "person"',
      'expected 1 person expected-row-unknown: "p1" is not in the file of responses',
    ]);
  });

  for (const id of PUBLISHED) {
    it(`passes for the published key of ${id}`, () => {
      const made = compileInstrument(publishedInstrument(id));
      const test = made.instrument.tests.values().find(({ expected }) => expected !== undefined);
      assert.ok(test);
      const found = runFileTest(made, test, publishedTable(id, "responses.csv"), publishedTable(id, "expected.csv"));
      assert.ok(found.passed);
      assert.ok(found.cells >= 200);
      assert.equal(found.people.length, 200);
    });
  }
});
