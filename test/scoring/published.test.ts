import assert from "node:assert/strict";
import { parseExact } from "../../server/number/exact.ts";
import { agreesWithCell } from "../../server/scoring/agreement.ts";
import { batchOf } from "../../server/scoring/batch.ts";
import { expectedColumn } from "../../server/scoring/expectedColumns.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { MISSING } from "../../server/scoring/result.ts";
import { runInlineTests } from "../../server/scoring/tests.ts";
import { PUBLISHED, publishedInstrument, publishedTable } from "./published.ts";

const TOLERANCE = parseExact("1e-9");

describe("published keys against scores computed elsewhere", () => {
  for (const id of PUBLISHED) {
    it(`${id}: every cell of the expected scores`, () => {
      const compiled = compileInstrument(publishedInstrument(id));
      assert.deepEqual([...compiled.faulty], []);
      const answers = publishedTable(id, "responses.csv");
      const expected = publishedTable(id, "expected.csv");
      const batch = batchOf(compiled, answers.header, { helpers: true });
      assert.deepEqual(batch.findings, []);
      const columns = expected.header.slice(1).map((name) => ({ name, column: expectedColumn(compiled.instrument, name) }));
      assert.deepEqual(
        columns.filter(({ column }) => column === undefined),
        [],
      );
      const wrong: string[] = [];
      let cells = 0;
      for (const [place, row] of answers.rows.entries()) {
        const person = batch.person(row, () => undefined);
        for (const [at, { column }] of columns.entries()) {
          const result = column && person.result(column.name);
          const actual = (column?.property === undefined ? result?.value : result?.properties.get(column.property)) ?? MISSING;
          const cell = expected.rows[place]?.[at + 1] ?? "";
          cells++;
          if (!agreesWithCell(cell, actual, TOLERANCE))
            wrong.push(`${row[0]} ${column?.name}: expected ${cell || "missing"}, got ${printValue(actual) || "missing"}`);
        }
      }
      assert.deepEqual(wrong, []);
      assert.equal(cells, 200 * columns.length);
    });

    it(`${id}: the tests in the file`, () => {
      const outcomes = runInlineTests(compileInstrument(publishedInstrument(id)));
      assert.notEqual(outcomes.length, 0);
      const failed = outcomes.filter(({ passed }) => !passed);
      assert.deepEqual(
        failed.map(({ id, unusable, differences }) => [
          id,
          unusable,
          differences.map(({ name, actual }) => `${name} ${printValue(actual)}`),
        ]),
        [],
      );
    });
  }
});
