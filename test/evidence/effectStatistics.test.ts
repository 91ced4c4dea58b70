import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse } from "../../server/analysis/engine.ts";
import { agreesWithP, impliedP, middleOf, type PrintedEffect } from "../../server/evidence/effectStatistics.ts";
import { printedNumber, printedP } from "../../server/evidence/printedNumber.ts";

describe("what an estimate and its interval imply", () => {
  it("is P = 0.005 for a risk ratio of 0.81 (0.70 to 0.94), the example of Altman & Bland, BMJ 2011;343:d2304", () => {
    assert.equal(impliedP(effect("0.81", "0.70", "0.94")).p.toFixed(3), "0.005");
  });

  it("is the P of the tables of the normal distribution", () => {
    for (const [z, p] of [
      [1.644854, 0.1],
      [1.959964, 0.05],
      [2.575829, 0.01],
      [3.290527, 0.001],
      [4.891638, 1e-6],
    ] as const) {
      const difference = { ratio: false, estimate: sharp(z), low: sharp(z - 1.959964), high: sharp(z + 1.959964) };
      assert.ok(Math.abs(impliedP(difference).p / p - 1) < 1e-4, `${z}`);
    }
  });

  it("agrees with what a published abstract says after its correction, and not with what it said before", () => {
    const published = effect("6.86", "3.91", "12.0");
    assert.equal(agreesWithP(published, p("<0.001")), true);
    assert.equal(agreesWithP(published, p("0.003")), false);
    assert.equal(agreesWithP(effect("4.86", "2.70", "8.72"), p("<0.001")), true);
    assert.equal(agreesWithP(effect("1.91", "1.24", "2.93"), p("0.003")), true);
  });

  it("allows for what print rounds away: every interval of a normal estimate agrees with itself", () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 0.05, max: 1.5, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (middle, error, decimals, ratio) => {
          const ends = [middle, middle - 1.959964 * error, middle + 1.959964 * error].map((end) =>
            (ratio ? Math.exp(end) : end).toFixed(decimals),
          );
          const [estimate = "", low = "", high = ""] = ends;
          // What was rounded to 0 or to one number says nothing.
          fc.pre(low !== high && (!ratio || Number(low) > 0));
          const made = effect(estimate, low, high, ratio);
          assert.ok(middleOf(made).agrees);
          // The series loses its digits beyond.
          const z = Math.abs(middle) / error;
          const implied = z < 4 ? 2 * (1 - normal(z)) : 0;
          if (implied > 0.0005) assert.ok(agreesWithP(made, p(implied.toFixed(3))), `${ends} ${implied}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("reads P as it is printed", () => {
    assert.deepEqual(
      ["0.003", "P = .003", "<0.001", "p<.05", "> 0.9", "1e-9"].map((text) => [printedP(text)?.comparison, printedP(text)?.number.value]),
      [
        ["=", 0.003],
        ["=", 0.003],
        ["<", 0.001],
        ["<", 0.05],
        [">", 0.9],
        ["=", 1e-9],
      ],
    );
    assert.equal(printedP("not significant"), undefined);
  });
});

describe("the unit of a published result", () => {
  for (const [per, codes] of [
    [14, []],
    [15, ["effect-unit-large"]],
    [30, ["effect-unit-large"]],
    [31, ["effect-unit-exceeds-range"]],
  ] as const) {
    it(`of ${per} on a score from 6 to 36: ${codes.join() || "nothing"}`, () => {
      const found = analyse(instrument(per)).problems.filter(({ severity }) => severity !== "info");
      assert.deepEqual(
        found.map(({ code }) => code),
        codes,
      );
      for (const { message } of found) assert.match(message, /from 6 to 36.*width of 30/);
    });
  }
});

const instrument = (per: number) => `instrument: example
title: Self-efficacy and leaving
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
responses:
  agree6: {from: 1, to: 6, anchors: {1: Strongly disagree, 6: Strongly agree}}
  yes_no: {options: {"yes": "Yes", "no": "No"}}
sections:
  role:
    response: agree6
    items:
      se1: I can settle a hard day at work.
      se2: I find another way when a plan fails.
      se3: I know whom to ask.
      se4: I can tell when a person needs another service.
      se5: I am able to set limits.
      se6: I trust my judgement.
      leave: {text: Have you thought of leaving?, response: yes_no}
scores:
  self_efficacy: {items: [se1..se6], method: sum, range: [6, 36], higher: more confidence}
  left: {value: leave == "yes"}
effects:
  leaving: {outcome: leave == "yes", predictor: self_efficacy, change: decrease, per: ${per}, or: 1.91, ci95: [1.24, 2.93], p: "0.003"}
`;

function effect(estimate: string, low: string, high: string, ratio = true): PrintedEffect {
  const [e, l, h] = [estimate, low, high].map((text) => printedNumber(text));
  assert.ok(e && l && h);
  return { ratio, estimate: e, low: l, high: h };
}

const sharp = (value: number) => ({ value, half: 0 });

function p(text: string) {
  const read = printedP(text);
  assert.ok(read);
  return read;
}

/** The normal distribution function by its series (Abramowitz & Stegun 26.2.10), another way than the one under test. */
function normal(z: number): number {
  let [sum, term] = [z, z];
  for (let n = 1; n < 200; n++) {
    term *= (-z * z) / (2 * n);
    sum += term / (2 * n + 1);
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}
