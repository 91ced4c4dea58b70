import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const published = join(import.meta.dirname, "../scoring");

/** Nearly everything that a score can be made of, in what SQL can say. */
const EVERYTHING = `instrument: everything
responses:
  often: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always, 9: {label: No answer, missing: true}}}
  sex: {options: {1: Woman, 2: Man}}
  kind: {options: {"a": One, "b": Other}}
  kilos: {type: decimal, min: 0, max: 200}
  steps: {type: integer, min: -2000, max: 90000}
  clock: {type: time}
  why: {type: multiple, options: {pay: Pay, load: Workload, none: {label: None, exclusive: true}}}
sections:
  first:
    response: often
    items:
      a1: I am tired.
      a2: {text: I am rested., reverse: true}
      a3: I worry.
      a4: {text: I cannot sleep for worry., when: a3 >= 1, skipped: 0}
      b1: {text: I take pills., when: total >= 4, skipped: 1}
      sex: {text: Sex, response: sex, require: true}
      kind: {text: Kind, response: kind}
      weight: {text: Weight, response: kilos}
      steps: {text: Steps, response: steps}
      bed: {text: To bed, response: clock}
      rise: {text: Up, response: clock}
      why: {text: Why, response: why}
recodes:
  four: {"<=1": 0, "2": 0.5, else: 1}
  tens: {"<0": missing, "0..100": 1, "100..5000": 2.5, ">5000": 10}
tables:
  scaled: {0: 1.25, 1: 2.5, "2..4": 7.1, 5..6: 9}
scores:
  total: {items: [a1..a3], method: sum, missing: {allow: 1, fill: person_mean}, bands: {low: [0, 3], middle: [3.5, 5], high: 6}}
  routed: {items: [a1, a4], method: sum}
  average: {items: [a1, -a3], method: mean, missing: {need: half, fill: none}, round: {to: 0.5, mode: half_even}}
  always: {items: [a1..a3], method: mean, missing: {need: 1, always: [a2], fill: none}}
  recoded: {items: [{items: [a1, a2], recode: {0: 0, 1: 50, 2: 75, else: 100}}, a3], method: sum, missing: {need: 2, fill: 3}}
  weighted: {items: [{item: a1, weight: 2}, {item: a2, weight: 0.5}, a3], method: mean, missing: {need: 2, fill: none}}
  highest: {items: [a1..a3], method: max, missing: {need: 1, fill: none}}
  lowest: {items: [a1..a3], method: min}
  times: {items: [a1..a3], method: product}
  body: {items: [weight, a1], method: sum, transform: [{divide: 3}, {z: {mean: 3.5, sd: 0.7}}], cutoffs: {heavy: {at_least: 30}}}
  spread: {items: [a1..a3], method: sum, transform: [{rescale: [100, 0]}]}
  t_score: {items: [a1..a3], method: sum, transform: [{t: {mean: 4.5, sd: 1.1}}], round: {to: 1, mode: half_away}}
  looked: {items: [a1, a3], method: sum, transform: [{lookup: scaled}]}
  walked: {items: [steps], recode: tens}
  halved: {items: [a1, a2], recode: four, method: mean, missing: {need: 1, fill: none}}
  of_total: {items: [total, halved], method: mean, missing: {need: 1, fill: none}}
  bent: {items: [-of_total, a1], method: sum, round: {to: 0.25, mode: half_up}}
  rounding: {value: "round(weight / 7, to=0.1, mode=half_even) + floor(weight / 3) - ceil(steps / 7)"}
  down: {value: "round(steps / 8, to=0.5, mode=down) + round(-steps / 8, mode=half_away)"}
  nights: {value: minutes(rise - bed)}
  efficiency: {when: nights > 0, value: "100 * weight / nights"}
  poor: {value: efficiency < 85 or hours(rise - bed) <= 2}
  count: {value: "count(a1..a3 >= 2, need=2)"}
  reasons: {value: "coalesce(count(why), 0)"}
  pay: {value: 'selected(why, "pay")'}
  modulo: {value: steps mod 7 + 2 ^ 3}
  least: {value: "min(scored(a1..a3), need=1) + max(abs(scored(a1..a3) - scored(a2)), 1)"}
  means: {value: "mean(scored(a1..a3), need=half) * sum(a1, a3)"}
  root: {value: "sqrt(sum((scored(a1..a3) - scored(a2))^2))"}
  own: {value: scored(a2) + sum(scored(a1..a3))}
  flag: {value: "any(a1..a3 == 3) and not all(a1..a3 in [0, 3])"}
  inside: {value: a1 between 1 and 2 or missing(a3)}
  letter: {value: 'if(kind == "a", "first", concat(kind, "/", sex))'}
  chosen:
    when: answered(a1)
    cases:
      - when: a1 >= 2 and a2 >= 2
        is: both
      - when: a1 >= 2
        is: one
      - otherwise: none
  number:
    cases:
      - when: a1 > a3
        is: {value: a1 / 3}
      - when: a1 == a3
        is: missing
      - otherwise: 2.5
  by_sex: {items: [a1..a3], method: sum, bands: {by: sex, "1": {low: [0, 4], high: 5}, "2": {low: [0, 5], high: 6}}, cutoffs: {much: {at_least: 6, source: none}}}
  class: {value: by_sex.band == "high" or total.band == "high" or by_sex.much}
  pills: {value: b1 + a4}
`;

const HEADER = ["id", "a1", "a2", "a3", "a4", "B1", "sex", "kind", "weight", "steps", "bed", "rise", "why", "remark"];

describe("cli: score --engine duckdb", () => {
  const folder = temporaryFolder({
    "everything.instrument.yaml": EVERYTHING,
    "spread.instrument.yaml":
      "instrument: spread\nsections: {s: {response: {from: 1, to: 5}, items: {a: A, b: B, c: C}}}\nscores: {wide: {value: sd(a..c)}, sum: {items: [a..c], method: sum}}\n",
    "spread.csv": "id,a,b,c\n1,2,3,4\n",
  });
  after(() => folder.remove());
  const scalewright = async (...words: string[]) => {
    const world = fakeWorld(folder.path);
    return { code: await run(words, world), ...world.shown() };
  };

  for (const { name } of readdirSync(published, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const files = readdirSync(join(published, name));
    const instrument = files.find((file) => file.endsWith(".instrument.yaml"));
    if (instrument === undefined || !files.includes("responses.csv")) continue;
    it(`gives the cells of our own engine: ${name}`, async () => {
      const words = ["score", join(published, name, instrument), join(published, name, "responses.csv"), "--helpers", "-q"];
      const [own, sql] = [await scalewright(...words), await scalewright(...words, "--engine", "duckdb")];
      assert.equal(sql.out, own.out);
      assert.equal(sql.code, own.code);
    });
  }

  it("gives the cells of our own engine: random answers to an instrument with every kind of score", async () => {
    const cell: Readonly<Record<string, readonly string[]>> = {
      a: ["", "0", "1", "2", "3", "9", "7", " 2", "1.0", "+3", "02", "x", "0.5"],
      sex: ["", "1", "2", "3"],
      kind: ["", "a", "b", "c"],
      weight: ["", "0", "12.5", "70", "70.050", "199.999999", "201", "-1", ".5", "5.", "heavy"],
      steps: ["", "0", "-2000", "-7", "88", "100", "5000", "90000", "90001", "3.5"],
      bed: ["", "23:15", "0:00", "7:05", "07:05", "24:00", "23:15:00", "noon"],
      why: ["", "pay", "pay;load", " load ; pay", "none", "gold", "pay;gold"],
      id: ["P", '"a ""b"""', "é", '"x,y"', ""],
    };
    const kinds: Readonly<Record<string, string>> = { a1: "a", a2: "a", a3: "a", a4: "a", B1: "a", rise: "bed", remark: "id" };
    const row = fc.tuple(...HEADER.map((name) => fc.constantFrom(...(cell[kinds[name] ?? name] ?? []))));
    // One file of many rows: each start of DuckDB is dear, and rows do not touch one another.
    const rows = fc.sample(row, 1500).map((cells) => `${cells.join(",")}\n`);
    writeFileSync(join(folder.path, "random.csv"), `${HEADER.join(",")}\n${rows.join("")}`);
    const words = ["score", "everything.instrument.yaml", "random.csv", "--helpers", "--na", "x", "--keep-items"];
    const [own, sql] = [await scalewright(...words), await scalewright(...words, "--engine", "duckdb")];
    assert.equal(own.code, 0, own.err);
    assert.equal(sql.code, 0, sql.err);
    const [ours, theirs] = [own.out.split("\n"), sql.out.split("\n")];
    for (const [line, text] of ours.entries()) assert.equal(theirs[line], text, `line ${line + 1} of ${ours[0]}`);
  });

  it("keeps the order of a long file", async () => {
    const rows = Array.from({ length: 400_000 }, (_, index) => `P${index},${1 + (index % 5)},3,3\n`);
    writeFileSync(join(folder.path, "long.csv"), `id,a,b,c\n${rows.join("")}`);
    writeFileSync(
      join(folder.path, "sum.instrument.yaml"),
      "instrument: sum\nsections: {s: {response: {from: 1, to: 5}, items: {a: A, b: B, c: C}}}\nscores: {sum: {items: [a..c], method: sum}}\n",
    );
    const ran = await scalewright("score", "sum.instrument.yaml", "long.csv", "--engine", "duckdb", "-o", "long.out.csv");
    assert.equal(ran.code, 0, ran.err);
    const written = readFileSync(join(folder.path, "long.out.csv"), "utf8").split("\n");
    assert.deepEqual(
      written.slice(1, -1).findIndex((line, index) => line !== `P${index},${7 + (index % 5)}`),
      -1,
    );
    assert.equal(written.length, 400_002);
  });

  it("reads Parquet, and says which cells are no answers", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const path = join(folder.path, "answers.parquet");
    await connection.run(
      `COPY (SELECT 'P' || i AS id, i % 4 AS a1, 2.0::DOUBLE AS a2, CASE WHEN i = 3 THEN NULL ELSE 7 END AS a3, 61.5::DECIMAL(6,2) AS weight FROM range(5) t(i)) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const ran = await scalewright("score", "everything.instrument.yaml", "answers.parquet", "--engine", "duckdb", "-o", "out.csv");
    assert.match(ran.err, /answers\.parquet: warning answer-outside-response: 4 cells of "a3" are no answers to "a3"/);
    const [header, , second] = readFileSync(join(folder.path, "out.csv"), "utf8")
      .split("\n")
      .map((line) => line.split(","));
    const of = (name: string) => second?.[header?.indexOf(name) ?? -1];
    assert.deepEqual([of("id"), of("halved"), of("weighted"), of("always")], ["P1", "0.25", "1", "1"]);
  });

  it("prints the SQL, which gives the same when someone runs it", async () => {
    const name = "rand36";
    const [file, data] = [join(published, name, `${name}.instrument.yaml`), join(published, name, "responses.csv")];
    const printed = await scalewright("score", file, data, "--engine", "duckdb", "--print-sql");
    assert.equal(printed.code, 0, printed.err);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(printed.out.slice(0, printed.out.indexOf("\nWITH ")));
    await connection.run(`CREATE VIEW answers AS SELECT * FROM read_csv('${data}', all_varchar = true)`);
    const rows = (await connection.runAndReadAll(printed.out.slice(printed.out.indexOf("\nWITH ")))).getRows();
    connection.closeSync();
    instance.closeSync();
    const expected = readFileSync(join(published, name, "expected.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    assert.equal(rows.length, expected.length);
    for (const [place, line] of expected.entries()) {
      for (const [column, text] of line.split(",").entries()) {
        const cell = rows[place]?.[column];
        if (column === 0 || text === "") assert.equal(String(cell ?? ""), text);
        else assert.ok(Math.abs(Number(cell) - Number(text)) < 1e-9, `${line}: ${String(cell)}`);
      }
    }
  });

  it("refuses by name what SQL cannot say exactly, and what does not go together", async () => {
    const sd = await scalewright("score", "spread.instrument.yaml", "spread.csv", "--engine", "duckdb");
    assert.equal(sd.code, 2);
    assert.match(sd.err, /cannot be scored as SQL exactly; use the own engine\n {2}"wide": the function sd\(\)/);
    writeFileSync(join(folder.path, "odd.csv"), `${HEADER.join(",")}\nP,1,1,1,,,1,a,1e1,,,,,\n`);
    const odd = await scalewright("score", "everything.instrument.yaml", "odd.csv", "--engine", "duckdb", "-o", "none.csv");
    assert.equal(odd.code, 2);
    assert.match(odd.err, /the column "weight" has 1 cell written as only the own engine reads numbers, such as 1e2/);
    assert.match(
      (await scalewright("score", "spread.instrument.yaml", "spread.csv", "--engine", "duckdb", "--status")).err,
      /--status does not go with --engine duckdb/,
    );
    assert.match(
      (await scalewright("score", "spread.instrument.yaml", "spread.csv", "--print-sql")).err,
      /--print-sql needs --engine duckdb/,
    );
    assert.match((await scalewright("score", "spread.instrument.yaml", "gone.csv", "--engine", "duckdb")).err, /cannot read "gone\.csv"/);
    assert.match(
      (await scalewright("score", "spread.instrument.yaml", "gone.parquet", "--engine", "duckdb")).err,
      /DuckDB cannot score "gone\.parquet": IO Error/,
    );
    writeFileSync(join(folder.path, "ragged.csv"), "id,a,b,c\n1,2,3\n");
    assert.equal((await scalewright("score", "spread.instrument.yaml", "ragged.csv", "--engine", "duckdb")).code, 2);
    // Nor is a column of the data written under the name of a score.
    writeFileSync(join(folder.path, "clash.csv"), `${HEADER.join(",")},walked\nP${",".repeat(HEADER.length)}7\n`);
    const clash = await scalewright("score", "everything.instrument.yaml", "clash.csv", "--engine", "duckdb", "-o", "none.csv");
    assert.deepEqual([clash.code, existsSync(join(folder.path, "none.csv"))], [1, false]);
    assert.match(clash.err, /the kept column "walked" has the name of a score/);
  });
});
