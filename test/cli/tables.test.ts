import { strict as assert } from "node:assert";
import { join } from "node:path";
import fc from "fast-check";
import { csvRow } from "../../server/cli/data/csv-write.ts";
import { numberText } from "../../server/cli/data/number-text.ts";
import { readSav } from "../../server/cli/data/read-sav.ts";
import { readXlsx } from "../../server/cli/data/read-xlsx.ts";
import { run } from "../../server/cli/run.ts";
import { templates } from "../../server/features/templates.ts";
import { fakeWorld } from "./fake-world.ts";
import { makeSav } from "./make-sav.ts";
import { makeXlsx } from "./make-xlsx.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Seconds of SPSS at the start of 1970. */
const SPSS_1970 = 12_219_379_200;

describe("cli: .xlsx and .sav", () => {
  const folder = temporaryFolder({
    "a.xlsx": makeXlsx([
      ["id", "clear_tasks", "note", "when", "at", "yes"],
      ["A", { digits: "4" }, 'x, "y"', { digits: "46076", as: "date" }, { digits: "0.96875", as: "time" }, true],
      ["B", { digits: "0.30000000000000004" }, undefined, undefined, { digits: "0.25", as: "time" }, false],
    ]),
    "scores.xlsx": makeXlsx([
      ["id", "clear_tasks", "clear_goals", "vague_duties", "take_part"],
      ["A", { digits: "5" }, { digits: "4" }, { digits: "3" }, "yes"],
    ]),
    "a.sav": makeSav(
      [{ name: "ID", text: true }, { name: "Q1" }, { name: "DAY", format: 20 }, { name: "CLOCK", format: 21 }],
      [
        ["A", 4, SPSS_1970 + 86_400 * 31, 23.25 * 3600],
        ["B", undefined, SPSS_1970, 90],
      ],
    ),
    "broken.xlsx": "no workbook",
    "broken.sav": "no file of SPSS",
    "new.instrument.yaml": templates[0]?.text("new") ?? "",
  });
  after(() => folder.remove());
  const at = (name: string): string => join(folder.path, name);
  const text = (table: { readonly csv: Uint8Array } | { readonly wrong: string }): string =>
    "csv" in table ? Buffer.from(table.csv).toString() : table.wrong;

  it("reads the first sheet of a workbook", async () => {
    assert.equal(
      text(await readXlsx(at("a.xlsx"), "a.xlsx")),
      'id,clear_tasks,note,when,at,yes\nA,4,"x, ""y""",2026-02-23,23:15,true\nB,0.3,,,06:00,false\n',
    );
  });
  it("reads an SPSS file", async () => {
    assert.equal(text(await readSav(at("a.sav"), "a.sav")), "ID,Q1,DAY,CLOCK\nA,4,1970-02-01,23:15\nB,,1970-01-01,00:01:30\n");
  });
  it("says so of files that are none", async () => {
    assert.match(text(await readXlsx(at("broken.xlsx"), "broken.xlsx")), /^cannot read "broken\.xlsx" as an \.xlsx workbook: /);
    assert.match(text(await readSav(at("broken.sav"), "broken.sav")), /^cannot read "broken\.sav" as an \.sav file: /);
    assert.equal(text(await readXlsx(at("gone.xlsx"), "gone.xlsx")), 'cannot read "gone.xlsx": it does not exist');
  });
  it("scores a workbook", async () => {
    const world = fakeWorld(folder.path);
    assert.equal(await run(["score", "new.instrument.yaml", "scores.xlsx"], world), 0);
    assert.equal(world.shown().out, "id,role_clarity\nA,4\n");
  });
  it("writes the digits that were typed", () => {
    assert.deepEqual([0.1 + 0.2, 1e21, 1e-7, -0.5, 123456789012345, 0, -0, 100, Number.NaN].map(numberText), [
      "0.3",
      "1000000000000000000000",
      "0.0000001",
      "-0.5",
      "123456789012345",
      "0",
      "0",
      "100",
      "",
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        assert.equal(Number(numberText(digits / 10 ** places)), digits / 10 ** places);
      }),
    );
  });
  it("quotes cells only where they need it", () => assert.equal(csvRow(["a", "b,c", 'd"', "e\nf", ""]), 'a,"b,c","d""","e\nf",\n'));
});
