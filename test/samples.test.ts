import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyse } from "../server/analysis/engine.ts";
import type { ScoringTest } from "../server/model/instrument.ts";
import { agreesWithCell } from "../server/scoring/agreement.ts";
import { batchOf } from "../server/scoring/batch.ts";
import { expectedColumn } from "../server/scoring/expectedColumns.ts";
import { type CompiledInstrument, compileInstrument } from "../server/scoring/pipeline.ts";
import { printValue } from "../server/scoring/printValue.ts";
import { MISSING } from "../server/scoring/result.ts";
import { runInlineTests } from "../server/scoring/tests.ts";
import { complaints } from "./complaints.ts";

const samples = fileURLToPath(new URL("../samples/", import.meta.url));
const published = fileURLToPath(new URL("scoring/", import.meta.url));
const names = readdirSync(samples).filter((name) => name.endsWith(".yaml"));

describe("samples", () => {
  for (const name of names) {
    it(`give no error or warning: ${name}`, () => assert.deepEqual(complaints(join(samples, name)), []));
  }
  for (const name of names.filter((each) => each.endsWith(".instrument.yaml"))) {
    it(`score as their tests say: ${name}`, () => {
      const compiled = compileInstrument(analyse(readFileSync(join(samples, name), "utf8")).instrument);
      assert.deepEqual([...compiled.faulty], []);
      const failed = runInlineTests(compiled).filter(({ passed }) => !passed);
      assert.deepEqual(
        failed.map(({ id, unusable, differences }) => [
          id,
          unusable,
          differences.map(({ name: score, actual }) => `${score} ${printValue(actual)}`),
        ]),
        [],
      );
      for (const test of compiled.instrument.tests.values()) if (test.responses) assert.deepEqual(wrongCells(compiled, test), []);
    });
  }
});

describe("published scoring keys", () => {
  for (const { name } of readdirSync(published, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    it(`give no error or warning: ${name}`, () => {
      assert.deepEqual(complaints(join(published, name, `${name}.instrument.yaml`)), []);
    });
  }
});

/** The cells of a sample's table of expected scores that come out otherwise; the rows of its two tables are in one order. */
function wrongCells(compiled: CompiledInstrument, test: ScoringTest): readonly string[] {
  const [answers, expected] = [table(test.responses ?? ""), table(test.expected ?? "")];
  const batch = batchOf(compiled, answers.header, { helpers: true });
  const wrong: string[] = [];
  for (const [place, row] of answers.rows.entries()) {
    const person = batch.person(row, () => undefined);
    assert.equal(expected.rows[place]?.[0], row[0]);
    for (const [at, name] of expected.header.entries()) {
      if (at === 0) continue;
      const column = expectedColumn(compiled.instrument, name);
      const result = column && person.result(column.name);
      const actual = (column?.property === undefined ? result?.value : result?.properties.get(column.property)) ?? MISSING;
      const cell = expected.rows[place]?.[at] ?? "";
      if (!column || !agreesWithCell(cell, actual, test.tolerance))
        wrong.push(`${row[0]} ${name}: expected ${cell || "missing"}, got ${printValue(actual) || "missing"}`);
    }
  }
  return wrong;
}

function table(file: string): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const [header = [], ...rows] = readFileSync(join(samples, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return { header, rows };
}
