import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { cellReader } from "../../server/cli/data/cell-reader.ts";
import { cellText } from "../../server/cli/data/cell-table.ts";
import { bytesFrom, openCsv } from "../../server/cli/data/csv-stream.ts";
import { csvRow } from "../../server/cli/data/csv-write.ts";
import { packedReader } from "../../server/cli/data/packed-reader.ts";
import { columnScorer, type ScoredBlock } from "../../server/cli/score/columns/column-scorer.ts";
import { type LoadedInstrument, loadDocument } from "../../server/cli/score/load-instrument.ts";
import { type BatchOptions, batchOf } from "../../server/scoring/batch.ts";

const published = join(import.meta.dirname, "../scoring");
const OPTIONS: BatchOptions = { helpers: true, status: true };

describe("cli: scoring by columns gives what scoring by rows gives", () => {
  const folders = readdirSync(published, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    const files = readdirSync(join(published, name));
    const instrument = files.find((file) => file.endsWith(".instrument.yaml"));
    if (instrument === undefined || !files.includes("responses.csv")) continue;
    it(`published data: ${name}`, () => {
      const loaded = load(readFileSync(join(published, name, instrument), "utf8"), join(published, name, instrument));
      assertEqual(loaded, readFileSync(join(published, name, "responses.csv"), "utf8"), OPTIONS);
    });
  }

  it("random answers to an instrument with every kind of score", () => {
    const loaded = load(EVERYTHING);
    assert.deepEqual([...loaded.compiled.faulty], []);
    const cell = fc.constantFrom("", "0", "1", "2", "3", "9", "7", " 2", "1.0", "x", "0.5", "12.5", "100", '"3"', '"a ""b"""', "é");
    const header = ["id", "a1", "a2", "a3", "a4", "B1", "sex", "weight", "note", "remark"];
    const row = fc.tuple(...header.map(() => cell));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(",", ";"), (rows, separator) => {
        const text = [header, ...rows].map((cells) => `${cells.join(separator)}\n`).join("");
        assertEqual(loaded, text, { ...OPTIONS, blank: new Set(["x"]) });
      }),
      { numRuns: 150 },
    );
  });
});

/** A sum with recode and reversal, fills, weights, a formula, cases, bands by a covariate, routing by a score, scores of scores, decimals. */
const EVERYTHING = `instrument: everything
responses:
  often: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always, 9: {label: No answer, missing: true}}}
  sex: {options: {1: Woman, 2: Man}}
  kilos: {type: decimal, min: 0, max: 200}
sections:
  first:
    response: often
    items:
      a1: I am tired.
      a2: {text: I am rested., reverse: true}
      a3: I worry.
      a4: {text: I cannot sleep for worry., when: a3 >= 1, skipped: 0}
      b1: {text: I take pills., when: total >= 4}
      sex: {text: Sex, response: sex}
      weight: {text: Weight, response: kilos}
      note: {text: Anything else, response: {type: text}}
scores:
  total: {items: [a1..a3], method: sum, missing: {allow: 1, fill: person_mean}, bands: {low: [0, 3], middle: [3.5, 5], high: 6}}
  routed: {items: [a1, a4], method: sum}
  average: {items: [a1, -a3], method: mean, missing: {need: half, fill: none}, round: {to: 0.5, mode: half_even}}
  always: {items: [a1..a3], method: mean, missing: {need: 1, always: [a2], fill: none}}
  recoded: {items: [{items: [a1, a2], recode: {0: 0, 1: 50, 2: 75, else: 100}}, a3], method: sum, missing: {need: 2, fill: 0.25}}
  weighted: {items: [{item: a1, weight: 2}, {item: a2, weight: 0.5}, a3], method: mean, missing: {need: 2, fill: none}}
  highest: {items: [a1..a3], method: max}
  body: {items: [weight, a1], method: sum, transform: [{divide: 3}], cutoffs: {heavy: {at_least: 30}}}
  count: {value: "count(a1..a3 >= 2, need=2)"}
  kind:
    when: answered(a1)
    cases:
      - when: a1 >= 2 and a2 >= 2
        is: both
      - when: a1 >= 2
        is: one
      - otherwise: none
  by_sex: {items: [a1..a3], method: sum, bands: {by: sex, "1": {low: [0, 4], high: 5}, "2": {low: [0, 5], high: 6}}}
  of_scores: {items: [total, average], method: mean}
  pills: {value: coalesce(b1, 0) + if(by_sex.band == "high", 1, 0)}
  hidden: {value: total * 2, helper: true}
`;

function load(text: string, absolute?: string): LoadedInstrument {
  const read = loadDocument({ file: "test.instrument.yaml", absolute, text, byteOrderMark: false, unreadable: undefined }, ".");
  assert.ok("loaded" in read);
  return read.loaded;
}

function assertEqual({ compiled, scoring }: LoadedInstrument, csv: string, options: BatchOptions): void {
  const opened = openCsv(bytesFrom(Buffer.from(csv)), 512);
  assert.ok("stream" in opened);
  const { stream } = opened;
  const width = stream.header.length;
  const batch = batchOf(compiled, stream.header, options);
  const columns = columnScorer(compiled, scoring, batchOf(compiled, stream.header, options));
  assert.ok(columns !== undefined);
  const read = cellReader(stream.form, width);
  const pack = packedReader(stream.form, width);
  for (let block = stream.next(); block.kind === "rows"; block = stream.next()) {
    const table = read(block.bytes);
    const findings: unknown[] = [];
    const rows: string[] = [];
    for (let row = 0; row < table.rows; row++) {
      const cells = Array.from({ length: width }, (_, column) => cellText(table, row * width + column));
      rows.push(csvRow(batch.row(cells, ({ code, column, message }) => findings.push({ code, row, column, message }))));
    }
    const scored: ScoredBlock = columns.score(pack(block.bytes));
    assert.equal(Buffer.from(scored.bytes).toString(), rows.join(""));
    assert.deepEqual(scored.findings, findings);
  }
}
