import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import { commonForm } from "../../server/diff/commonForm.ts";
import { readAnswer } from "../../server/scoring/answers.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";

/** A formula, or a condition, and what it becomes where the sides of some of its operators change places or are written as a list. */
interface Pair {
  readonly one: string;
  readonly other: string;
}

const leaf = fc.constantFrom("a", "b", "c", "1", "2").map((text): Pair => ({ one: text, other: text }));
const BINARY = ["+", "-", "*", "/"] as const;
const COMPARED = ["==", "!=", "<", "<=", ">", ">="] as const;
const MIRRORED: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

const { number } = fc.letrec<{ number: Pair; truth: Pair }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ left: tie("number"), right: tie("number"), operator: fc.constantFrom(...BINARY), how: fc.nat(3) }).map(
      ({ left, right, operator, how }): Pair => ({
        one: `(${left.one} ${operator} ${right.one})`,
        other:
          how === 0
            ? `(${right.other} ${operator} ${left.other})`
            : how === 1 && operator === "+"
              ? `sum(${right.other}, ${left.other})`
              : `(${left.other} ${operator} ${right.other})`,
      }),
    ),
    fc.record({ left: tie("number"), right: tie("number"), how: fc.nat(3) }).map(
      ({ left, right, how }): Pair => ({
        one: `mean(${left.one}, ${right.one})`,
        other:
          how === 0
            ? `sum(${left.other}, ${right.other}) / 2`
            : how === 1
              ? `mean(${right.other}, ${left.other}, need=1)`
              : `mean(${right.other}, ${left.other})`,
      }),
    ),
    fc.record({ when: tie("truth"), first: tie("number"), otherwise: tie("number"), isSwapped: fc.boolean() }).map(
      ({ when, first, otherwise, isSwapped }): Pair => ({
        one: `if(${when.one}, ${first.one}, ${otherwise.one})`,
        other: isSwapped
          ? `if(${when.other}, ${otherwise.other}, ${first.other})`
          : `if(${when.other}, ${first.other}, ${otherwise.other})`,
      }),
    ),
    fc.constant({ one: "sum(a..c)", other: "c + a + b" }),
  ),
  truth: fc.oneof(
    { maxDepth: 2 },
    fc.record({ left: tie("number"), right: tie("number"), operator: fc.constantFrom(...COMPARED), how: fc.nat(2) }).map(
      ({ left, right, operator, how }): Pair => ({
        one: `${left.one} ${operator} ${right.one}`,
        other:
          how === 0
            ? `${right.other} ${MIRRORED[operator] ?? operator} ${left.other}`
            : how === 1
              ? `${right.other} ${operator} ${left.other}`
              : `${left.other} ${operator} ${right.other}`,
      }),
    ),
    fc.record({ left: tie("truth"), right: tie("truth"), operator: fc.constantFrom("and", "or"), isSwapped: fc.boolean() }).map(
      ({ left, right, operator, isSwapped }): Pair => ({
        one: `(${left.one} ${operator} ${right.one})`,
        other: isSwapped ? `(${right.other} ${operator} ${left.other})` : `(${left.other} ${operator} ${right.other})`,
      }),
    ),
  ),
}));

const ANSWERS = ["", "0", "1", "3"];

describe("formulas in one form", () => {
  it("give the same for all answers", () => {
    let same = 0;
    fc.assert(
      fc.property(number, ({ one, other }) => {
        const { instrument } = analyse(`instrument: forms
sections: {s: {response: {options: {0: No, 1: A little, 2: Some, 3: Much}}, items: {a: A, b: B, c: C}}}
scores:
  one: {value: "${one}"}
  other: {value: "${other}"}
`);
        const [left, right] = [instrument.scores.get("one")?.value, instrument.scores.get("other")?.value];
        assert.ok(left && right, `${one} | ${other}`);
        const form = commonForm(instrument, left, new Map());
        if (form === undefined || form !== commonForm(instrument, right, new Map())) return;
        if (one !== other) same++;
        const compiled = compileInstrument(instrument);
        for (const a of ANSWERS)
          for (const b of ANSWERS)
            for (const c of ANSWERS) {
              const sheet: Readonly<Record<string, string>> = { a, b, c };
              const person = compiled.score((id) => {
                const item = instrument.items.get(id);
                return item && readAnswer(instrument, item, sheet[id] ?? "").answer;
              });
              const [was, is] = ["one", "other"].map((id) => {
                const value = person.result(id)?.value;
                return value && printValue(value);
              });
              assert.equal(is, was, `${one} | ${other} at ${a}, ${b}, ${c}`);
            }
      }),
      { numRuns: 200 },
    );
    assert.ok(same > 20);
  });
});
