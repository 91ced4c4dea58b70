import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "../../server/cli/data/read-csv.ts";
import { csvCells } from "../../server/scoring/csvCells.ts";

// The editor and the command line must read the same cells from a file.
describe("cells of a CSV text in the editor", () => {
  const same = (text: string) => {
    const here = csvCells(text);
    const there = readCsv(new TextEncoder().encode(text));
    if ("wrong" in there) assert.ok("wrong" in here, `${JSON.stringify(text)}: only the command line says ${there.wrong}`);
    else assert.deepEqual(here, { header: there.csv.header, rows: there.csv.rows }, JSON.stringify(text));
  };

  it("are those of the command line, for files as programs write them", () => {
    const cell = fc.oneof(
      fc.constantFrom("", "1", "a;b", 'say "so"', "two\nlines", "a,b", " x "),
      fc.string({ unit: fc.constantFrom("a", "é", "9", ".") }),
    );
    const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), fc.boolean())
      .chain(([width, separator, end, last]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }).map((rows) => {
          const header = Array.from({ length: width }, (_, place) => `c${place}`);
          return [header, ...rows].map((row) => row.map(quoted).join(separator)).join(end) + (last ? end : "");
        }),
      );
    fc.assert(fc.property(table, same), { numRuns: 300 });
  });

  for (const text of [
    "",
    "\n\n",
    "a,b\n1,2\n",
    "\uFEFFa;b\r\n1;2\r\n",
    'a,b\n"1',
    "a,b\n1\n",
    "a,b\n1,2,3\n",
    "a\n1\n\n2\n",
    "a,b\n,\n",
    'a,b\n"x"y,2\n',
    "a,b\r1,2\r",
  ]) {
    it(`${JSON.stringify(text)}`, () => same(text));
  }
});
