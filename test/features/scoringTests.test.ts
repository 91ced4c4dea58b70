import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { filesOfTests, type ReadCells, runScoringTests, scoringTests, traceOfTest } from "../../server/features/scoringTests.ts";
import type { Range } from "../../server/problem.ts";

const TEXT = `instrument: strain
title: Strain at work
version: 1.0.0
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
responses:
  often4: {options: {0: Never, 1: Sometimes, 2: Often, 3: Always}}
sections:
  week:
    text: Last week …
    response: often4
    items:
      tense: I felt tense.
      tired: I was tired.
      calm: {text: I was calm., reverse: true}
scores:
  strain:
    items: [tense, tired, calm]
    method: sum
    missing: {need: 3}
    range: [0, 9]
    higher: more strain
    bands: {low: [0, 3], high: [4, 9]}
  unasked: {label: Not asked, items: [tense], method: sum, range: [0, 3], higher: more}
tests:
  all often: {answers: {tense..calm: 2}, expect: {strain: 5, strain.band: high}}
  slip:
    answers: {tense: 3, tired: 3, calm: 0}
    expect:
      strain: 8
      strain.band: high
  nobody: {answers: {anger: 1}, expect: {strain: 3}}
  file: {responses: answers.csv, expected: scores.csv}
`;

describe("scoring tests in the editor", () => {
  const analysis = analyse(TEXT);
  const at = ({ start, end }: Range) => TEXT.slice(start, end);
  const none: ReadCells = (path) => ({ wrong: `${path}: there is no such file` });
  const files: ReadCells = (path) =>
    path === "answers.csv"
      ? {
          header: ["id", "tense", "tired", "calm"],
          rows: [
            ["a", "3", "3", "0"],
            ["b", "1", "1", "3"],
          ],
        }
      : {
          header: ["id", "strain", "strain_band"],
          rows: [
            ["a", "9", "high"],
            ["b", "7", "low"],
          ],
        };

  it("are listed with their names", () => {
    assert.deepEqual(
      scoringTests(analysis).map(({ id, range }) => [id, at(range)]),
      [
        ["all often", "all often"],
        ["slip", "slip"],
        ["nobody", "nobody"],
        ["file", "file"],
      ],
    );
    assert.deepEqual(filesOfTests(analysis), ["answers.csv", "scores.csv"]);
  });

  it("tell what differs where it was expected, and how the score came about", () => {
    const { tests } = runScoringTests(analysis, files);
    assert.deepEqual(
      tests.map(({ id, passed }) => [id, passed]),
      [
        ["all often", true],
        ["slip", false],
        ["nobody", false],
        ["file", false],
      ],
    );
    const [, slip, nobody, file] = tests;
    assert.deepEqual(
      slip?.differences.map(({ name, expected, actual, range }) => [name, expected, actual, at(range)]),
      [["strain", "8", "9", "8"]],
    );
    assert.match(slip?.differences[0]?.trace ?? "", /strain = 9\n.*tense {2}answer 3.*reversed 0 \+ 3 - 0 = 3/s);
    assert.match(nobody?.problems.join() ?? "", /"anger" is not an item/);
    assert.deepEqual(
      file?.differences.map(({ name, expected, actual, range }) => [name, expected, actual, at(range)]),
      [["b: strain", "7", "2", "scores.csv"]],
    );
  });

  it("say of data files that are not there that they are missing", () => {
    const { tests } = runScoringTests(analysis, none, new Set(["file"]));
    assert.deepEqual(
      tests.map(({ id, passed, problems }) => [id, passed, problems]),
      [["file", false, ["answers.csv: there is no such file", "scores.csv: there is no such file"]]],
    );
  });

  it("show what they exercise where it is written", () => {
    const { coverage } = runScoringTests(analysis, none, new Set(["all often"]));
    assert.deepEqual(
      coverage.map(({ range, targets }) => [at(range), ...targets.map(({ name, covered }) => `${covered ? "yes" : "no"}: ${name}`)]),
      [
        ["tense", "yes: an answer to tense"],
        ["tired", "yes: an answer to tired"],
        ["calm", "yes: an answer to calm"],
        ["true", "yes: an answer to calm off its middle"],
        ["strain", "yes: a test that expects strain"],
        ["{need: 3}", "yes: complete answers", "no: 1 missing"],
        ["[0, 3]", "no: the edge of the band low 0", "no: the edge of the band low 3"],
        ["[4, 9]", "no: the edge of the band high 4", "no: the edge of the band high 9"],
        ["unasked", "no: a test that expects unasked"],
        ["items", "no: complete answers", "no: 1 missing"],
      ],
    );
  });

  it("are traced score by score", () => {
    assert.match(traceOfTest(analysis, "all often", none) ?? "", /^strain = 5\n/);
    assert.match(traceOfTest(analysis, "file", files) ?? "", /b: strain is 2, expected 7\nstrain = 2/);
    assert.equal(traceOfTest(analysis, "not there", none), undefined);
  });
});
