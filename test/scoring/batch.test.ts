import assert from "node:assert/strict";
import { type BatchOptions, batchOf } from "../../server/scoring/batch.ts";
import type { DataFinding } from "../../server/scoring/dataFinding.ts";
import { compiled } from "./score.ts";

const MADE = compiled(`
sections:
  main:
    items:
      a: {text: A, response: {from: 0, to: 4}}
      b: {text: B, response: {from: 0, to: 4}, when: a > 0}
      why: {text: Why, response: {type: multiple, options: {pay: Pay, load: Load}}}
      sex: {text: Sex, response: {options: {female: Female, male: Male}}}
scores:
  total: {items: [a, b], method: sum, missing: {need: 1, fill: person_mean}, bands: {by: sex, female: {low: [0, 3], high: [4, 8]}, male: {low: [0, 5], high: [6, 8]}}, cutoffs: {case: {at_least: 4}}}
  half: {items: [total], transform: [{divide: 2}]}
  inner: {helper: true, value: a * 2}
  reasons: {value: count(why)}
`);

function run(header: string, rows: readonly string[], options?: BatchOptions): { out: string[]; findings: string[] } {
  const findings: string[] = [];
  const note = ({ code, severity, message, column }: DataFinding): void =>
    void findings.push(`${severity} ${code} ${column ?? ""}: ${message}`);
  const batch = batchOf(MADE, header.split(","), options);
  for (const finding of batch.findings) note(finding);
  const out = [batch.header.join(","), ...rows.map((row) => batch.row(row.split(","), note).join(","))];
  return { out, findings };
}

describe("scoring a data file", () => {
  it("keeps the columns that are no item and writes each score with its bands and cut-offs", () => {
    const { out, findings } = run("id,a,b,why,sex,site", ["1,3,4,pay;load,male,north", "2,1,,pay,female,", "3,,,,,south"]);
    assert.deepEqual(out, [
      "id,site,total,total.band,total.case,half,reasons",
      "1,north,7,high,true,3.5,2",
      "2,,2,low,false,1,1",
      "3,south,,,,,",
    ]);
    assert.deepEqual(findings, ['info unknown-column site: the column "site" is no item of the instrument']);
  });

  it("matches headers without regard to case, maps names, takes blanks and one column per option", () => {
    const map = new Map([
      ["Frage 1", "a"],
      ["pay?", "why__pay"],
      ["load?", "why__load"],
    ]);
    const { out, findings } = run("ID,Frage 1,B,pay?,load?,SEX", ["1,3,-9,1,0,male", "2,0,,0,0,female", "3,2,2,1,yes,NA"], {
      map,
      blank: new Set(["-9", "NA"]),
    });
    assert.deepEqual(out, ["ID,total,total.band,total.case,half,reasons", "1,6,high,true,3,1", "2,0,low,false,0,", "3,4,,true,2,2"]);
    assert.deepEqual(findings, []);
  });

  it("adds helpers, statuses and items where asked", () => {
    const { out } = run("id,a,b,why,sex", ["1,0,,,male", "2,5,1,,"], { helpers: true, status: true, keepItems: true });
    assert.deepEqual(out, [
      "id,a,b,why,sex,total,total.band,total.case,total.status,half,half.status,inner,inner.status,reasons,reasons.status",
      "1,0,,,male,0,low,false,ok,0,ok,0,ok,,too_few",
      "2,5,1,,,2,,false,ok,1,ok,,out_of_range,,too_few",
    ]);
  });

  it("reports answers outside the response and answers to what was not asked, and never changes them silently", () => {
    const { out, findings } = run("id,a,b,why,sex", ["1,0,3,pay;pray,male", "2,9,2,,female"]);
    assert.deepEqual(out.slice(1), ["1,3,low,false,1.5,", "2,4,high,true,2,"]);
    assert.deepEqual(findings, [
      'warning answer-outside-response why: "pray" is not an answer to "why": known are pay, load',
      'warning answered-when-not-asked b: "b" is answered but was not to be asked',
      'warning answer-outside-response a: "9" is not an answer to "a": a whole number from 0 to 4 was asked for',
    ]);
  });

  it("leaves out scores that lack a column, and says which", () => {
    const { out, findings } = run("id,a,b", ["1,3,4"]);
    // Only the bands of the total need the sex, so the total is there and its bands are missing.
    assert.deepEqual(out, ["id,total,total.band,total.case,half", "1,7,,true,3.5"]);
    assert.deepEqual(findings, [
      'error missing-column sex: there is no column for "sex", which "total" needs',
      'error missing-column why: there is no column for "why", which "reasons" needs',
    ]);
  });

  it("reads one column of an item that has two, and asks for the columns of group scores where they are wanted", () => {
    const { out, findings } = run("id,A,a,b,why,sex", ["1,4,3,4,pay,male"]);
    assert.deepEqual(out[1], "1,4,7,high,true,3.5,1");
    assert.deepEqual(findings, ['info unknown-column A: the column "A" is not read: another one holds "a"']);
    // Even where no column names the person, and where an item has columns of its options too. None of them is lost.
    const twice = run("a,a,b,why,why__pay,sex", ["3,2,4,pay;load,0,male"]);
    assert.deepEqual(twice.out, ["a,why__pay,total,total.band,total.case,half,reasons", "2,0,7,high,true,3.5,2"]);
    assert.deepEqual(twice.findings, [
      'info unknown-column a: the column "a" is not read: another one holds "a"',
      'info unknown-column why__pay: the column "why__pay" is not read: another one holds "why"',
    ]);
    const made = compiled(`
sections:
  main:
    items: {x: {text: X, response: {from: 0, to: 4}}, team: {text: Team, response: {type: text}}}
scores:
  average: {level: group, value: mean(x), by: team}`);
    assert.deepEqual(batchOf(made, ["id", "x"]).findings, []);
    const batch = batchOf(made, ["id", "team"], { groups: true });
    assert.deepEqual(
      batch.findings.map(({ message }) => message),
      ['there is no column for "x", which "average" needs'],
    );
    assert.deepEqual([...batch.leftOut], [["average", 'there is no column for "x"']]);
    assert.deepEqual(
      batchOf(made, ["id", "x"], { groups: true }).findings.map(({ column }) => column),
      ["team"],
    );
  });

  it("leaves out scores that have an error, with those that use them, and finds names that clash", () => {
    const { out, findings } = run("id,a,b,why,sex,half,reasons", ["1,3,4,pay,male,x,y"], { leaveOut: new Set(["total"]) });
    assert.deepEqual(out, ["id,half,reasons,reasons", "1,x,y,1"]);
    assert.deepEqual(findings, [
      // Among scores it would be read as the one that could not be computed.
      'error kept-column-named-like-a-score half: the kept column "half" has the name of a score, which is left out',
      'error kept-column-named-like-a-score reasons: the kept column "reasons" has the name of a score',
    ]);
  });
});
