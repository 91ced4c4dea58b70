import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { statementProblems } from "../../server/diff/statementProblems.ts";

const study = (items: string): string => `delphi: staff
title: What should a staff survey measure?
version: 1.0.0
language: en
responses: {importance9: {from: 1, to: 9, bands: {low: [1, 3], critical: [7, 9]}}}
statements:
  work:
    response: importance9
    items: {${items}}
rounds: {1: {mode: rating}, 2: {mode: rating}}
`;
const BEGUN = "w1: {text: Workload, decided: {after: 1, as: include}}, w2: Noise";
const found = (old: string, now: string) =>
  statementProblems(analyse(study(old)), analyse(study(now))).map(({ code, message, range }) => [
    code,
    message,
    study(now).slice(range.start, range.end),
  ]);

describe("what became of statements", () => {
  it("is free before anything was rated", () => {
    assert.deepEqual(found("w1: Workload, w2: Noise", "w1: Amount of work"), []);
  });
  it("is written down once the study has begun", () => {
    assert.deepEqual(found(BEGUN, BEGUN), []);
    assert.deepEqual(found(BEGUN, BEGUN.replace("Noise", "Loud noise")), [
      [
        "statement-changed-silently",
        '"w2" was rated as "Noise": write the former text under "wording", with the last round in which it was rated',
        "w2",
      ],
    ]);
    assert.deepEqual(found(BEGUN, BEGUN.replace("w2: Noise", "w2: {text: Loud noise, wording: {1: Noise}}")), []);
    assert.deepEqual(found(BEGUN, BEGUN.replace(", w2: Noise", ""))[0]?.[0], "ledger-unbalanced");
    assert.deepEqual(found(BEGUN, BEGUN.replace("w2: Noise", "w3: {text: Noise and heat, replaces: [w2]}")), []);
  });
  it("does not concern what comes in a later round", () => {
    const later = `${BEGUN}, n1: {text: A place to rest, introduced: 3}`;
    assert.deepEqual(found(later, later.replace("A place", "Places")), []);
  });
});
