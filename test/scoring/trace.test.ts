import assert from "node:assert/strict";
import { traceOf, traceText } from "../../server/scoring/trace.ts";
import { compiled, person } from "./score.ts";

const TEXT = `
responses:
  agree5: {options: {1: Never, 2: Rarely, 3: Sometimes, 4: Often, 5: Always, 99: {label: Prefer not to say, missing: true}}}
  level: {options: {low: {label: Low, score: 1}, high: {label: High, score: 3}}}
sections:
  main:
    response: agree5
    items: {a: First, b: Second, c: {text: Third, reverse: true}, d: {text: Fourth, when: a > 1, skipped: 1}, e: {text: Fifth, response: level}}
scores:
  total:
    items: [a, {item: b, weight: 2}, c, d, {item: e, recode: {1: 0, 3: 10}}]
    method: sum
    missing: {allow: 2, fill: person_mean}
    transform: [{multiply: 2}]
    round: {to: 1, mode: half_up}
    bands: {low: [0, 30], high: 31}
    cutoffs: {case: {at_least: 31}}
  class:
    when: total > 5
    cases: [{when: total >= 40, is: much}, {otherwise: little}]
  difference: {value: b - a}
`;

function trace(score: string, cells: Readonly<Record<string, string | number>>): string {
  const made = compiled(TEXT);
  const found = person(made, cells).result(score);
  const declared = made.instrument.scores.get(score);
  return found === undefined || declared === undefined ? "" : traceText(traceOf(declared, found));
}

describe("the trace of a score", () => {
  it("shows every step of a pipeline", () => {
    assert.equal(
      trace("total", { a: 1, b: 4, c: 2, e: "high" }),
      [
        "total = 48",
        "  a     answer 1",
        "  b     answer 4 -> weight 2: 8",
        "  c     answer 2 -> reversed 1 + 5 - 2 = 4",
        "  d     not asked, counts 1",
        "  e     answer high -> scored 3 -> recoded 10",
        "  5 of 5 answered, 3 needed",
        "  sum 24",
        "  multiply 2: 24 -> 48",
        "  rounded to 1 (half_up): 48 -> 48",
        "  band  high",
        "  case  true",
      ].join("\n"),
    );
  });

  it("shows what was filled in, and for whom", () => {
    assert.equal(
      trace("total", { a: 2, b: 99, c: 2, d: 7, e: "low" }),
      [
        "total = 24",
        "  a     answer 2",
        "  b     99 declared missing",
        "  c     answer 2 -> reversed 1 + 5 - 2 = 4",
        "  d     7 outside the response",
        "  e     answer low -> scored 1 -> recoded 0",
        "  3 of 5 answered, 3 needed, each missing one filled with 2 (the person's mean)",
        "  sum 12",
        "  multiply 2: 12 -> 24",
        "  rounded to 1 (half_up): 24 -> 24",
        "  band  low",
        "  case  false",
      ].join("\n"),
    );
  });

  it("shows why a score is missing", () => {
    assert.equal(
      trace("total", { a: 2 }),
      [
        "total = missing (too_few)",
        "  a     answer 2",
        "  b     no answer",
        "  c     no answer",
        "  d     no answer",
        "  e     no answer",
        "  1 of 5 answered, 3 needed",
        "  band  missing",
        "  case  missing",
      ].join("\n"),
    );
  });

  it("shows what formulas read and which case decided", () => {
    assert.equal(trace("class", { a: 1, b: 4, c: 2, e: "high" }), ["class = much", "  total  48", "  case 1 is true"].join("\n"));
    assert.equal(trace("class", { a: 1 }), ["class = missing (too_few)", "  whether it applies cannot be decided"].join("\n"));
    assert.equal(trace("difference", { a: 1, b: 4 }), ["difference = 3", "  b  answer 4", "  a  answer 1"].join("\n"));
  });
});
