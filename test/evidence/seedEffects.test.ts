import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { effectConversions } from "../../server/evidence/effectConversions.ts";
import { agreesWithP, impliedP, middleOf } from "../../server/evidence/effectStatistics.ts";
import { printedNumber, printedP } from "../../server/evidence/printedNumber.ts";
import { agrees, rowsOf } from "../delphi/tables.ts";

// Published odds ratios, and what someone else worked out from each.
describe("the published effects of the link-worker survey", () => {
  const rows = rowsOf("seed_or_consistency.csv");

  for (const row of rows) {
    it(`${row.effect}: every number that follows from it`, () => {
      const [estimate, low, high] = [row.or, row.ci_low, row.ci_high].map((text) => printedNumber(text ?? ""));
      const p = printedP(row.reported_p ?? "");
      assert.ok(estimate && low && high && p);
      const effect = { ratio: true, estimate, low, high };
      const { effects } = analyse(documentWith(row)).instrument;
      const [published] = effects.values();
      assert.ok(published);
      const per = (unit: number) => effectConversions(published, undefined).find((one) => one.unit === unit)?.estimate;
      // The deviate that has this P in both directions, found by halving.
      const found: Record<string, string> = {
        effect: row.effect ?? "",
        or: String(published.estimate?.valueOf()),
        ci_low: String(published.ci95?.[0].valueOf()),
        ci_high: published.ci95?.[1].valueOf().toFixed(1) === row.ci_high ? (row.ci_high ?? "") : String(published.ci95?.[1].valueOf()),
        per_units: String(published.per?.valueOf()),
        reported_p: `${p.comparison}${p.number.value}`,
        geometric_mean_of_ci: String(middleOf(effect).middle),
        z_from_ci: String(deviateOf(impliedP(effect).p)),
        p_from_ci: String(impliedP(effect).p),
        consistent: String(agreesWithP(effect, p)),
        or_per_1_unit: String(per(1)),
        or_per_10_units: String(per(10)),
        or_reversed_direction: String(1 / (published.estimate?.valueOf() ?? Number.NaN)),
      };
      for (const [column, cell] of Object.entries(row))
        assert.ok(agrees(found[column], cell) || nearly(found[column], cell), `${column}: ${found[column]} instead of ${cell}`);
      assert.equal(Object.keys(found).length, Object.keys(row).length);
    });

    it(`${row.effect}: ${row.consistent === "true" ? "silent" : "reported"}`, () => {
      const codes = analyse(documentWith(row)).problems.map(({ code }) => code);
      assert.equal(codes.includes("effect-inconsistent"), row.consistent !== "true", codes.join());
    });
  }
});

/** P values are printed with three digits of their own. */
function nearly(found: string | undefined, expected: string): boolean {
  return /e-\d+$/.test(expected) && Math.abs(Number(found) / Number(expected) - 1) < 0.005;
}

/** Halves the stretch in which the deviate lies; the tail is that of the series of Abramowitz & Stegun 26.2.14, another way than the one under test. */
function deviateOf(p: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (2 * tail(middle) > p) low = middle;
    else high = middle;
  }
  return low;
}

function tail(z: number): number {
  if (z < 1) return 0.5;
  let fraction = z;
  for (let n = 200; n > 0; n--) fraction = z + n / fraction;
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / fraction;
}

const documentWith = (row: Readonly<Record<string, string>>): string => `instrument: published
title: Published results
version: 1.0.0
language: en
licence: {name: CC0, spdx: CC0-1.0, permission: free}
responses:
  yes_no: {options: {"yes": "Yes", "no": "No"}}
sections:
  role:
    items:
      far: {text: How far is the job from what you expected?, response: {type: integer, min: 0, max: 100}}
      leave: {text: Have you thought of leaving?, response: yes_no}
scores:
  distance: {items: [far], range: [0, 100], higher: further}
effects:
  leaving: {outcome: leave == "yes", predictor: distance, change: increase, per: ${row.per_units}, or: ${row.or}, ci95: [${row.ci_low}, ${row.ci_high}], p: "${row.reported_p?.replace("=", "")}"}
`;
