import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import { keepTest, proposeTest } from "../../server/features/keepTest.ts";
import type { Filled } from "../../server/preview/view.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { runInlineTests } from "../../server/scoring/tests.ts";

const HEAD = `instrument: mood
title: Mood
version: 1.0.0
language: en
responses:
  agree3: {options: {1: Disagree, 2: Neither, 3: Agree}}
  yes_no: {options: {"yes": "Yes", "no": "No", "01": Other}}
sections:
  now:
    items:
      m1: {text: One, response: agree3}
      m2: {text: Two, response: agree3}
      m3: {text: Three, response: agree3, reverse: true}
      left: {text: Left?, response: yes_no}
      why: {text: Why?, response: {type: multiple, options: {pay: Pay, "no": None, "a b": Both}}}
      words: {text: Words?, response: {type: text}}
      order: {text: Order?, response: {type: rank, options: {x: X, y: Y}}}
scores:
  total: {items: [m1..m3], method: sum, bands: {low: [3, 5], high: [6, 9]}}
  gone: {value: left == "yes"}
`;
const FILLED: Filled = new Map([
  ["m1", ["3"]],
  ["m2", ["3"]],
  ["m3", ["1"]],
  ["left", ["yes"]],
  ["why", ["pay", "a b"]],
  ["words", ['He said: "so, {it} is" #1\nand went']],
  ["order__x", ["2"]],
  ["order__y", ["1"]],
]);

/** The document with the test in it, and what running it gives. */
function kept(text: string, filled: Filled, name: string, expect: string) {
  const made = keepTest(analyse(text), filled, name, expect);
  assert.ok("edits" in made, JSON.stringify(made));
  let after = text;
  for (const { range, newText } of [...made.edits].sort((a, b) => b.range.start - a.range.start))
    after = after.slice(0, range.start) + newText + after.slice(range.end);
  const analysis = analyse(after);
  const errors = analysis.problems.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
  return { after, errors, outcomes: runInlineTests(compileInstrument(analysis.instrument)) };
}

describe("answers of the preview kept as a scoring test", () => {
  it("proposes the scores as they are", () => {
    assert.deepEqual(proposeTest(analyse(HEAD), FILLED), { name: "from the preview", expect: "total: 9, gone: true" });
    assert.equal(proposeTest(analyse(HEAD), new Map()), undefined);
    assert.deepEqual(proposeTest(analyse(HEAD), new Map([["m1", ["2"]]]))?.expect, "total: missing, gone: missing");
  });

  const forms: Readonly<Record<string, string>> = {
    "no tests yet": HEAD,
    "no line break at the end": HEAD.trimEnd(),
    "tests in lines": `${HEAD}tests:\n    top: {answers: {m1..m3: 2}, expect: {total: 6}} # checked\n\n# the end\n`,
    "tests in blocks": `${HEAD}tests:\n  top:\n    answers: {m1..m3: 2}\n    expect:\n      total: 6\nx-more: here\n`,
    "tests between braces": `${HEAD}tests: {top: {answers: {m1..m3: 2}, expect: {total: 6}}}\n`,
    "nothing under tests": `${HEAD}tests:\n`,
    "Windows line ends": `${HEAD}tests:\n  top: {answers: {m1..m3: 2}, expect: {total: 6}}\n`.replaceAll("\n", "\r\n"),
  };
  for (const [what, text] of Object.entries(forms)) {
    it(`are written as they were given: ${what}`, () => {
      const { after, errors, outcomes } = kept(text, FILLED, "a person, who left: #1", "total: 9, total.band: high, gone: true");
      assert.deepEqual(errors, [], after);
      const last = outcomes.at(-1);
      assert.equal(last?.id, "a person, who left: #1");
      assert.deepEqual([last?.passed, last?.unusable], [true, []], after);
      assert.ok(outcomes.every(({ passed }) => passed));
      const given = (id: string) => last?.answers(id);
      assert.deepEqual(given("why"), { kind: "codes", codes: ["pay", "a b"] });
      assert.deepEqual(given("order"), { kind: "codes", codes: ["y", "x"] });
      // Every line that was there is still there.
      for (const line of text.split(/\r?\n/).filter((one) => !one.startsWith("tests: {"))) assert.ok(after.includes(line), line);
      assert.equal(/(?<!\r)\n/.test(after), !text.includes("\r\n"));
    });
  }

  it("hold what was typed whatever it is, and two of them stand beside each other", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }), (name, words) => {
        fc.pre(name.trim() !== "" && words.trim() !== "");
        const filled: Filled = new Map([
          ["m1", ["1"]],
          ["words", [words]],
        ]);
        const { after, errors, outcomes } = kept(HEAD, filled, name, "total: missing");
        assert.deepEqual(errors, [], after);
        assert.equal(outcomes.at(-1)?.passed, true, after);
        assert.equal(kept(after, filled, `${name} again`, "gone: missing").outcomes.length, 2);
      }),
      { numRuns: 10 },
    );
  });

  it("are not written where something is missing", () => {
    const wrong = (name: string, expect: string, filled = FILLED) => {
      const made = keepTest(analyse(`${HEAD}tests:\n  top: {answers: {m1: 1}, expect: {total: missing}}\n`), filled, name, expect);
      return "wrong" in made ? made.wrong : "";
    };
    assert.equal(wrong(" ", "total: 9"), "a test needs a name");
    assert.equal(wrong("top", "total: 9"), 'there is a test named "top" already');
    assert.equal(wrong("new", ""), "a test needs a score that it expects");
    assert.equal(wrong("new", "totl: 9"), 'no score is named "totl"');
    assert.equal(wrong("new", "total 9"), '"total 9" is not a score with what it should be, such as total: 17');
    assert.equal(wrong("new", "total: 9", new Map()), "nothing is answered yet");
  });
});
