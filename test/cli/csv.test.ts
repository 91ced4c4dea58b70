import { strict as assert } from "node:assert";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { cellReader } from "../../server/cli/data/cell-reader.ts";
import { cellText } from "../../server/cli/data/cell-table.ts";
import { COMMA, CR, type CsvForm, LF } from "../../server/cli/data/csv-form.ts";
import { bytesFrom, openCsv } from "../../server/cli/data/csv-stream.ts";
import { LONG, longText, shortText } from "../../server/cli/data/packed-cells.ts";
import { packedReader } from "../../server/cli/data/packed-reader.ts";
import { readCsv } from "../../server/cli/data/read-csv.ts";

/** Small pieces that CSV files are made of, so that every meeting of quotes, separators and row ends occurs. */
const piece = fc.constantFrom(
  '"',
  '""',
  ",",
  ",",
  ";",
  "\t",
  "\n",
  "\n",
  "\r\n",
  "\r",
  "a",
  "3",
  " ",
  "é",
  "日",
  "👩‍⚕️",
  '"x"',
  '"a,b"',
  '"1\n2"',
  "-9.5",
);
const csv = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly ragged: readonly number[];
  readonly quoteFaults: number;
  readonly lines: readonly number[];
}

function readOurs(text: string, form: CsvForm, width: number): Read {
  const table = cellReader(form, width)(Buffer.from(text));
  return {
    rows: Array.from({ length: table.rows }, (_, row) =>
      Array.from({ length: width }, (_, column) => cellText(table, row * width + column)),
    ),
    ragged: table.faults.filter((fault) => fault.kind === "ragged-row").map((fault) => fault.cells),
    quoteFaults: table.faults.filter((fault) => fault.kind !== "ragged-row").length,
    lines: [...table.lines.subarray(0, table.rows), table.lineCount],
  };
}

/** The same by the reader of large files. */
function readPacked(text: string, form: CsvForm, width: number): Read {
  const cells = packedReader(form, width)(Buffer.from(text));
  const longs = new Int32Array(width);
  const cell = (row: number, column: number): string => {
    const number = cells.numbers[column * cells.stride + row] ?? 0;
    const places = cells.longs[column];
    const at = (longs[column] ?? 0) * 2;
    if (number === LONG) longs[column] = (longs[column] ?? 0) + 1;
    const found = number === LONG ? longText(cells.bytes, places?.[at] ?? 0, places?.[at + 1] ?? 0) : shortText(number);
    assert.equal(cells.text(row, column), found);
    return found;
  };
  const rows = Array.from({ length: cells.rows }, (_, row) => Array.from({ length: width }, (_, column) => cell(row, column)));
  assert.deepEqual(longs, cells.longCounts);
  return {
    rows,
    ragged: cells.faults.filter((fault) => fault.kind === "ragged-row").map((fault) => fault.cells),
    quoteFaults: cells.faults.filter((fault) => fault.kind !== "ragged-row").length,
    lines: [...cells.lines.subarray(0, cells.rows), cells.lineCount],
  };
}

function readTheirs(text: string, separator: number, relaxed: boolean): readonly (readonly string[])[] {
  return parse(text, {
    delimiter: String.fromCharCode(separator),
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    relax_quotes: relaxed,
    skip_empty_lines: true,
  });
}

describe("cli: CSV, judged by csv-parse", () => {
  for (const separator of [",", ";", "\t"].map((char) => char.charCodeAt(0))) {
    it(`reads every text as csv-parse does, separator ${JSON.stringify(String.fromCharCode(separator))}`, () => {
      fc.assert(
        fc.property(csv, fc.integer({ min: 1, max: 4 }), (text, width) => {
          const ours = readOurs(text, { separator, rowEnd: LF }, width);
          assert.deepEqual(readPacked(text, { separator, rowEnd: LF }, width), ours);
          if (ours.quoteFaults > 0) {
            // What we refuse, csv-parse refuses too.
            assert.throws(() => readTheirs(text, separator, false));
            return;
          }
          const theirs = readTheirs(text, separator, true);
          assert.deepEqual(
            ours.rows,
            theirs.filter((row) => row.length === width),
          );
          assert.deepEqual(
            ours.ragged,
            theirs.filter((row) => row.length !== width).map((row) => row.length),
          );
        }),
        { numRuns: 3000 },
      );
    });
  }

  it("reads the same packed, also with rows that end in CR and with characters that csv-parse passes over", () => {
    const texts = fc.array(fc.oneof(piece, fc.constantFrom("\0", "\0\0", "12", "x\0")), { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 4 }), fc.constantFrom(LF, CR), (text, width, rowEnd) => {
        const form = { separator: COMMA, rowEnd };
        assert.deepEqual(readPacked(text, form, width), readOurs(text, form, width));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads the same in blocks of any size", () => {
    fc.assert(
      fc.property(csv, fc.integer({ min: 4, max: 12 }), (text, blockSize) => {
        const inBlocks = (size: number): unknown => {
          const opened = openCsv(bytesFrom(Buffer.from(`a,b\n${text}`)), size);
          assert.ok("stream" in opened);
          const { stream } = opened;
          const read = cellReader(stream.form, 2);
          const rows: unknown[] = [];
          const faults: unknown[] = [];
          let line = stream.firstLine;
          for (let block = stream.next(); block.kind === "rows"; block = stream.next()) {
            const table = read(block.bytes);
            for (let row = 0; row < table.rows; row++) {
              rows.push([line + (table.lines[row] ?? 0), cellText(table, row * 2), cellText(table, row * 2 + 1)]);
            }
            for (const fault of table.faults) faults.push({ ...fault, line: line + fault.line });
            line += table.lineCount;
          }
          return { header: stream.header, rows, faults, line };
        };
        assert.deepEqual(inBlocks(blockSize), inBlocks(1 << 20));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("cli: CSV", () => {
  const read = (text: string | Uint8Array) => readCsv(Buffer.from(text));

  it("finds the separator in the header, outside quotes", () => {
    assert.deepEqual(read('"a;b;c",d\n1,2\n'), { csv: { header: ["a;b;c", "d"], rows: [["1", "2"]], lines: [2] } });
    assert.deepEqual(read("a;b,c;d\n1;2;3\n"), { csv: { header: ["a", "b,c", "d"], rows: [["1", "2", "3"]], lines: [2] } });
    assert.deepEqual(read("a\tb\r\n1,5\t2\r\n"), { csv: { header: ["a", "b"], rows: [["1,5", "2"]], lines: [2] } });
    assert.deepEqual(read("a\n1\n"), { csv: { header: ["a"], rows: [["1"]], lines: [2] } });
  });
  it("takes a byte order mark away and does without a last row end", () => {
    assert.deepEqual(read("\ufeffid,x\nÄ,1"), { csv: { header: ["id", "x"], rows: [["Ä", "1"]], lines: [2] } });
  });
  it("counts the lines inside cells and the empty ones", () => {
    assert.deepEqual(read('a,b\n"1\n2",3\n\n4,5\n'), {
      csv: {
        header: ["a", "b"],
        rows: [
          ["1\n2", "3"],
          ["4", "5"],
        ],
        lines: [2, 5],
      },
    });
  });
  it("reads rows that end in CR", () => {
    assert.deepEqual(read("a,b\r1,2\r3,4"), {
      csv: {
        header: ["a", "b"],
        rows: [
          ["1", "2"],
          ["3", "4"],
        ],
        lines: [2, 3],
      },
    });
  });
  for (const [name, text, code, wrong] of [
    ["a ragged row", "a,b\n1,2\n1,2,3\n", "ragged-row", "line 3: this row has 3 cells, the header has 2"],
    [
      "an unclosed quote",
      'a,b\n1,2\n1,"2\n3,4\n',
      "unclosed-quote",
      "line 3: the quotation mark at character 3 of the line is never closed",
    ],
    [
      "text after a quote",
      'a,b\n1,"2"3\n',
      "unclosed-quote",
      'line 2: at character 6 of the line text follows the closing quotation mark of a cell; one inside a quoted cell is written ""',
    ],
    ["nothing", "\n\n", "ragged-row", "the file is empty: there is no header row"],
  ] as const) {
    it(`explains ${name}`, () => assert.deepEqual(read(text), { wrong, code }));
  }
  it("explains other encodings", () => {
    assert.deepEqual(read(Buffer.from("\ufeffid;x\n1;2\n", "utf16le")), {
      wrong: "this file is written in UTF-16; save it as UTF-8",
      code: "unreadable-encoding",
    });
    assert.deepEqual(read(Buffer.from("id,x\n1,2\nM\u00fcller,3\n", "latin1")), {
      wrong: "line 3, column 2 is not UTF-8 (perhaps Windows-1252 or Latin-1); save the file as UTF-8",
      code: "unreadable-encoding",
    });
  });
});
