import assert from "node:assert/strict";
import type { CellForm } from "../../server/scoring/answers.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import { read } from "./score.ts";

const INSTRUMENT = read(`
responses:
  agree3: {options: {1: Disagree, 2: {label: {en: Neither, cy: Niwtral}}, 3: Agree, 99: {label: Refused, missing: true}}}
  codes: {options: {"01": One, "1": Another, b: Bee}}
  nine: {from: 1, to: 9, anchors: {1: Not important, 9: Critical}, unable: {code: UR, label: Unable to rate}}
  halves: {type: vas, from: 0, to: 10, step: 0.5}
  line: {type: vas, from: 0, to: 100}
  age: {type: integer, min: 16, max: 120}
  weight: {type: decimal, min: 0, unit: kg}
  reasons: {type: multiple, options: {pay: Pay, load: Workload, 9: {label: Refused, missing: true}}}
sections:
  main:
    items:
      agree: {text: A, response: agree3}
      code: {text: A, response: codes}
      nine: {text: A, response: nine}
      halves: {text: A, response: halves}
      line: {text: A, response: line}
      age: {text: A, response: age}
      weight: {text: A, response: weight}
      reasons: {text: A, response: reasons}
      clock: {text: A, response: {type: time}}
      day: {text: A, response: {type: date}}
      walk: {text: A, response: {type: duration, unit: minutes}}
      words: {text: A, response: {type: text}}
`);

/** What a cell is read as, in a few letters. */
function cell(id: string, text: string, form?: CellForm): string {
  const item = INSTRUMENT.items.get(id);
  if (item === undefined) return "no item";
  const { answer, problem } = readAnswer(INSTRUMENT, item, text, form);
  if (problem !== undefined) return problem;
  switch (answer.kind) {
    case "missing":
      return answer.why;
    case "point":
      return `${answer.code}=${answer.score?.toFraction() ?? ""}`;
    case "codes":
      return answer.codes.join("+");
    case "structural":
      return "structural";
    default:
      return answer.text;
  }
}

describe("reading answers", () => {
  it("compares numeric codes as numbers and the others as text", () => {
    assert.equal(cell("agree", "3"), "3=3");
    assert.equal(cell("agree", " 3.0 "), "3=3");
    assert.equal(cell("agree", "03"), "3=3");
    assert.equal(cell("code", "01"), "01=");
    assert.equal(cell("code", "1"), "1=");
    assert.equal(cell("code", "1.0"), '"1.0" is not an answer to "code": known are 01, 1, b');
    assert.equal(cell("code", "B"), '"B" is not an answer to "code": known are 01, 1, b');
  });

  it("tells blank, declared missing and outside apart", () => {
    assert.equal(cell("agree", ""), "blank");
    assert.equal(cell("agree", "99"), "declared");
    assert.equal(cell("nine", "UR"), "declared");
    assert.equal(cell("agree", "4"), '"4" is not an answer to "agree": known are 1, 2, 3, 99');
  });

  it("holds numbers to their ends and steps", () => {
    assert.equal(cell("nine", "9"), "9=9");
    assert.equal(cell("nine", "10"), '"10" is not an answer to "nine": a whole number from 1 to 9 was asked for');
    assert.equal(cell("nine", "2.5"), '"2.5" is not an answer to "nine": a whole number from 1 to 9 was asked for');
    assert.equal(cell("halves", "2.5"), "2.5=5/2");
    assert.equal(cell("halves", "2.25"), '"2.25" is not an answer to "halves": a number in steps of 0.5 from 0 to 10 was asked for');
    assert.equal(cell("line", "33.333"), "33.333=33333/1000");
    assert.equal(cell("age", "15"), '"15" is not an answer to "age": a whole number from 16 to 120 was asked for');
    assert.equal(cell("weight", "-1"), '"-1" is not an answer to "weight": a number from 0 was asked for');
    assert.equal(cell("weight", "7,5"), '"7,5" is not an answer to "weight": a number from 0 was asked for');
    assert.equal(cell("weight", "7,5", { decimalComma: true }), "7.5=15/2");
  });

  it("reads labels where asked, in any language of the document", () => {
    assert.equal(cell("agree", "Agree", { labels: true }), "3=3");
    assert.equal(cell("agree", "agree", { labels: true }), "3=3");
    assert.equal(cell("agree", "Niwtral", { labels: true }), "2=2");
    assert.equal(cell("agree", "Refused", { labels: true }), "declared");
    assert.equal(cell("nine", "Critical", { labels: true }), "9=9");
    assert.equal(cell("nine", "4", { labels: true }), "4=4");
    assert.equal(
      cell("agree", "Often", { labels: true }),
      '"Often" is not an answer to "agree": known are Disagree, Neither, Agree, Refused',
    );
  });

  it("reads several codes, moments and texts", () => {
    assert.equal(cell("reasons", "pay; load;pay"), "pay+load");
    assert.equal(cell("reasons", "9"), "declared");
    assert.equal(cell("reasons", ";"), "blank");
    assert.equal(cell("reasons", "pay;money"), '"money" is not an answer to "reasons": known are pay, load, 9');
    assert.equal(cell("clock", "07:30"), "07:30");
    assert.equal(cell("clock", "24:00"), '"24:00" is not an answer to "clock": a clock time is written as 23:15');
    assert.equal(cell("day", "2026-02-29"), '"2026-02-29" is not an answer to "day": a date is written as 2026-02-23');
    assert.equal(cell("walk", "90"), "90");
    assert.equal(cell("walk", "1 hour"), "1 hour");
    assert.equal(cell("walk", "-5"), '"-5" is not an answer to "walk": a duration is written as 90 minutes or 1:30');
    assert.equal(cell("words", " as it is "), "as it is");
  });
});
