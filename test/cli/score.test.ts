import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const STRAIN = `instrument: strain
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
  sex: {options: {1: Woman, 2: Man}}
  reasons: {type: multiple, options: {pay: Pay, load: Workload}}
  kilos: {type: decimal, min: 0, max: 200}
sections:
  work:
    response: often4
    items:
      tired: I go home tired.
      worried: I worry about the next day.
      rested: {text: I wake up rested., reverse: true}
      pills: {text: I take pills., when: tired >= 2}
      why: {text: Why, response: reasons}
      weight: {text: Weight, response: kilos}
scores:
  total: {items: [tired..rested], method: mean, missing: {need: 2, fill: none}, bands: {low: [0, 1.5], high: 1.6}, cutoffs: {strained: {at_least: 2}}}
  raw: {items: [tired, worried], method: sum, helper: true}
  reasons: {value: "coalesce(count(why), 0)"}
  third: {value: weight / 3}
  share: {level: group, value: 100 * count(total >= 2) / count(answered(total)), by: team, smallest_group: 2}
`;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("cli: score", () => {
  const folder = temporaryFolder({
    "strain.instrument.yaml": STRAIN.replace("by: team", "by: tired"),
    "broken.instrument.yaml": STRAIN.replace("by: team", "by: tired")
      .replace("[tired, worried], method: sum", "[tired, worryed], method: sum")
      .replace("third:", "double: {value: raw * 2}\n  third:"),
    "plain.csv": 'id,tired,WORRIED,rested,pills,why,weight,note\nA,3,2,0,1,pay;load,70,"a, b"\nB,0,,3,,,,\nC,1,7,,2,pay,80.5,x\n',
    "german.csv": "id;tired;worried;rested;pills;why;weight\nA;3;2;0;;;70,5\n",
    "labels.csv": "id,tired,worried,rested,pills,why,weight\nA,Always,often,NEVER,,Pay,9\n",
    "renamed.csv": "person,q1,q2,q3\nA,3,NA,-99\n",
    "ticks.csv": "id,tired,worried,rested,weight,c1,c2\nA,1,1,1,,1,0\nB,1,1,1,,0,\n",
    "map.csv": "column,item\nq1,tired\nq2,worried\nq3,rested\n",
    "ticks-map.csv": "column,item\nc1,why__pay\nc2,why__load\n",
    "ragged.csv": "id,tired,worried,rested\nA,1,1,1\nB,1,1\nC,1,1,1\n",
    "clash.csv": "id,tired,worried,rested,pills,why,weight,total\nA,1,1,1,,,,5\n",
    "twice.csv": "id,tired,worried,rested,pills,why,weight\nA,1,1,1,,,\nA,2,2,2,,,\n",
    "missing.csv": "id,tired,worried\nA,1,1\n",
    "wide.csv": Buffer.from("\ufeffid,tired\nA,1\n", "utf16le"),
  });
  after(() => folder.remove());
  const scalewright = async (words: readonly string[], given: Parameters<typeof fakeWorld>[1] = {}): Promise<Ran> => {
    const world = fakeWorld(folder.path, given);
    const code = await run(words, world);
    return { code, ...world.shown() };
  };
  const score = (...words: string[]): Promise<Ran> => scalewright(["score", "strain.instrument.yaml", ...words]);
  const read = (name: string): string => readFileSync(join(folder.path, name), "utf8");

  it("keeps the other columns, writes scores with bands and cut-offs, reports what is no answer with line and column", async () => {
    const ran = await score("plain.csv");
    assert.equal(
      ran.out,
      [
        "id,note,total,total.band,total.strained,reasons,third",
        'A,"a, b",2.66666666667,high,true,2,23.3333333333',
        "B,,0,low,false,0,",
        "C,x,,,,1,26.8333333333",
        "",
      ].join("\n"),
    );
    assert.match(ran.err, /^plain\.csv:4:WORRIED: warning answer-outside-response: "7" is not an answer to "worried"/m);
    assert.match(ran.err, /^plain\.csv:4:pills: warning answered-when-not-asked: /m);
    assert.equal(ran.code, 0);
  });
  it("adds items, helpers and status where they are asked for", async () => {
    const { out } = await score("plain.csv", "--keep-items", "--helpers", "--status");
    assert.equal(
      out.split("\n")[0],
      "id,tired,WORRIED,rested,pills,why,weight,note,total,total.band,total.strained,total.status,raw,raw.status,reasons,reasons.status,third,third.status",
    );
    assert.equal(out.split("\n")[3], "C,1,7,,2,pay,80.5,x,,,,out_of_range,,out_of_range,1,ok,26.8333333333,ok");
  });
  it("writes to a file and says how many rows", async () => {
    assert.deepEqual(await score("german.csv", "-o", "scores.csv"), { code: 0, out: "", err: "scored 1 row\n" });
    assert.equal(read("scores.csv"), "id,total,total.band,total.strained,reasons,third\nA,2.66666666667,high,true,0,23.5\n");
    assert.deepEqual(await score("german.csv", "-q", "-o", "scores.csv"), { code: 0, out: "", err: "" });
  });
  it("takes the decimal mark that it is told", async () => {
    assert.match((await score("german.csv", "--decimal", ".")).err, /"70,5" is not an answer to "weight"/);
  });
  it("reads labels", async () => {
    assert.equal((await score("labels.csv", "--labels")).out.split("\n")[1], "A,2.66666666667,high,true,1,3");
  });
  it("renames columns, and takes further spellings of a blank", async () => {
    const ran = await score("renamed.csv", "--map", "map.csv", "--na", "NA,-99", "--helpers", "--status");
    assert.match(ran.out, /^person,total,total\.band,total\.strained,total\.status,raw,raw\.status\nA,,,,too_few,,too_few\n$/);
    assert.match(ran.err, /renamed\.csv:1:why: error missing-column: /);
    assert.equal(ran.code, 1);
    assert.match((await score("plain.csv", "--map", "map.csv")).err, /map\.csv:2: the data have no column "q1"/);
    assert.match((await score("plain.csv", "--map", "ragged.csv")).err, /ragged\.csv: ragged-row: line 3: this row has 3 cells/);
    assert.match((await score("plain.csv", "--map", "missing.csv")).err, /needs the columns "column" and "item"/);
  });
  it("takes one column per option", async () => {
    const { out } = await score("ticks.csv", "--map", "ticks-map.csv");
    assert.deepEqual(
      out.split("\n").map((line) => line.split(",")[4]),
      ["reasons", "1", "0", undefined],
    );
  });
  it("leaves out what has an error or rests on one, writes the rest and exits with 1", async () => {
    const ran = await scalewright(["score", "broken.instrument.yaml", "plain.csv", "--helpers"]);
    assert.equal(ran.out.split("\n")[0], "id,note,total,total.band,total.strained,reasons,third");
    assert.match(ran.err, /^broken\.instrument\.yaml:\d+:\d+: error undefined-name: /m);
    assert.match(ran.err, /^broken\.instrument\.yaml: "double" is left out: .*uses "raw", which has an error$/m);
    assert.equal(ran.code, 1);
    assert.match((await score("missing.csv")).err, /^missing\.csv:1:rested: error missing-column: /m);
  });
  it("writes nothing where the data are no table, or a kept column has the name of a score", async () => {
    for (const [data, message] of [
      ["ragged.csv", "ragged.csv:3: error ragged-row: this row has 3 cells, the header has 4"],
      ["clash.csv", 'clash.csv:1:total: error kept-column-named-like-a-score: the kept column "total" has the name of a score'],
    ] as const) {
      const ran = await score(data, "-o", "never.csv");
      assert.equal(ran.code, 1, data);
      assert.ok(ran.err.includes(message), ran.err);
      assert.ok(!existsSync(join(folder.path, "never.csv")));
    }
  });
  it("exits with 2 where the data cannot be read or written", async () => {
    assert.deepEqual(await score("wide.csv"), {
      code: 2,
      out: "",
      err: "scalewright: wide.csv: unreadable-encoding: this file is written in UTF-16; save it as UTF-8\n",
    });
    assert.match((await score("gone.csv")).err, /data-file-not-found: cannot read "gone\.csv": it does not exist/);
    assert.equal((await score("plain.csv", "-o", "nowhere/x.csv")).code, 2);
    assert.match((await score("plain.csv", "-o", "plain.csv")).err, /"plain\.csv" is read and would be overwritten/);
    assert.match((await scalewright(["score", "map.csv", "plain.csv"])).err, /"map\.csv" is not an instrument/);
  });
  it("overwrites nothing that it reads, however it is spelled, and no result with another", async () => {
    const before = read("plain.csv");
    symlinkSync("plain.csv", join(folder.path, "other-name.csv"));
    for (const out of ["./plain.csv", join(folder.path, "plain.csv"), "other-name.csv", "strain.instrument.yaml"]) {
      for (const option of ["-o", "--groups", "--data-report"]) {
        const ran = await score("plain.csv", option, out);
        assert.equal(ran.code, 2, out);
        assert.match(ran.err, /is read and would be overwritten/, out);
      }
    }
    assert.match((await score("plain.csv", "--map", "map.csv", "-o", "./map.csv")).err, /"\.\/map\.csv" is read and would be overwritten/);
    assert.match((await score("plain.csv", "-o", "x.csv", "--groups", "./x.csv")).err, /two results would be written to "\.\/x\.csv"/);
    assert.equal(read("plain.csv"), before);
  });
  it("takes - for standard output, which holds one result", async () => {
    assert.equal((await score("plain.csv", "-o", "-")).out, (await score("plain.csv")).out);
    assert.match((await score("plain.csv", "-o", "-", "--summary")).err, /cannot both go to standard output/);
    assert.match((await score("plain.csv", "--groups", "-")).err, /name a file instead of "-"/);
    assert.ok(!existsSync(join(folder.path, "-")));
  });
  it("shows at most 20 findings of a kind, and all in a report", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `P${index},9,1,1,,,`).join("\n");
    const stdin = `id,tired,worried,rested,pills,why,weight\n${rows}\n`;
    const ran = await scalewright(["score", "strain.instrument.yaml", "-", "--data-report", "all.csv"], { stdin });
    assert.equal(ran.err.split("\n").filter((line) => line.includes('"9" is not an answer')).length, 20);
    assert.match(ran.err, /^<stdin>: warning answer-outside-response: 30 in all, the first 20 are shown$/m);
    const report = read("all.csv").split("\n");
    assert.equal(report[0], "line,column,severity,code,message");
    assert.match(report[30] ?? "", /^31,tired,warning,answer-outside-response,/);
  });
  it("shows how one person comes to a score", async () => {
    const ran = await score("plain.csv", "--trace", "total", "--row", "A");
    assert.equal(ran.code, 0);
    assert.match(
      ran.out,
      /^strain\.instrument\.yaml: id A, line 2 of plain\.csv\ntotal = 2\.66666666667\n {2}tired +answer 3\n[\s\S]*rested +answer 0 -> reversed/,
    );
    assert.match((await score("plain.csv", "--trace", "totl", "--row", "A")).err, /did you mean "total"\?/);
    assert.match((await score("plain.csv", "--trace", "total", "--row", "Z")).err, /no row of "plain\.csv" has "Z" in the column "id"/);
    assert.match((await score("plain.csv", "--trace", "total")).err, /--trace needs --row/);
    const twice = await score("twice.csv", "--trace", "total", "--row", "A");
    assert.equal(twice.code, 1);
    assert.match(twice.err, /twice\.csv:3:id: error duplicate-row-id/);
  });
  it("finds a person who stands in the data twice where the id column is named", async () => {
    assert.equal((await score("twice.csv")).code, 0);
    const ran = await score("twice.csv", "--id", "id");
    assert.equal(ran.code, 1);
    assert.match(ran.err, /^twice\.csv:3:id: error duplicate-row-id: "A" stands in line 2 already$/m);
    assert.match((await score("twice.csv", "--id", "di")).err, /the data have no column "di"; did you mean "id"\?/);
  });
  it("writes groups with small ones withheld", async () => {
    const ran = await score("plain.csv", "--groups", "groups.csv", "-o", "scores.csv");
    assert.equal(ran.code, 0);
    assert.equal(read("groups.csv").split("\n").slice(0, 2).join("\n"), "score,by,group,n,value\nshare,tired,ALL,2,50");
    assert.match(read("groups.csv"), /^share,tired,3,1,$/m);
  });
  it("says which scores of groups are left out", async () => {
    const wrong = read("strain.instrument.yaml").replace(
      /^( *)share:.*$/m,
      "$1share: {level: group, value: mean(total), by: town, higher: worse}",
    );
    const ran = await scalewright(["score", "-", "plain.csv", "--groups", "groups.csv", "-o", "scores.csv"], { stdin: wrong });
    assert.equal(ran.code, 1, ran.err);
    assert.match(ran.err, /"share" is left out: "town" is neither an item nor a score/);
    assert.equal(read("groups.csv"), "score,by,group,n,value\n");
    assert.equal((await scalewright(["score", "-", "plain.csv", "-o", "scores.csv"], { stdin: wrong })).code, 0);
  });
  it("summarises a sample", async () => {
    const ran = await score("plain.csv", "--summary", "-o", "scores.csv");
    assert.match(ran.out, /^score +n +missing +min +max +mean +sd +alpha\ntotal +2 +1 +0 +2\.66666666667 +1\.333 +1\.886/);
    assert.match((await score("plain.csv", "--summary")).out, /^score /);
  });
  it("leaves no temporary file behind", () => {
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.endsWith(".tmp")),
      [],
    );
  });
});
