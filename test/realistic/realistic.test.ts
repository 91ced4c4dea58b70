import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../../server/analysis/engine.ts";
import type { Problem } from "../../server/problem.ts";

const FOLDER = "test/realistic/documents";
const textOf = (name: string): string => readFileSync(join(FOLDER, name), "utf8");

function found(name: string, text: string, beside: Readonly<Record<string, string>> = {}): readonly Problem[] {
  const { problems } = analyse(text, {
    own: `/folder/${name}`,
    read: (path) => beside[path] ?? (NAMES.includes(path) ? textOf(path) : undefined),
    isOutside: (path) => path.startsWith(".."),
  });
  return problems.filter(({ severity }) => severity !== "info");
}

const NAMES = readdirSync(FOLDER);

/** A document, what stands in it, the slip that somebody makes there, and the finding that names it. */
const SLIPS: readonly (readonly [string, string, string, string])[] = [
  [
    "import",
    "c3: {text: People in the team feel left out., reverse: true}",
    "c3: People in the team feel left out.",
    "failing-scoring-test",
  ],
  ["import", "response: ours.agree5", "response: ours.agree6", "undefined-name"],
  ["import", "range: [1, 5]", "range: [0, 5]", "declared-range-wrong"],
  ["import", "positive_sten: 10", "positive_sten: 8", "failing-scoring-test"],
  ["import", "range: [1, 10]", "range: [0, 10]", "declared-range-wrong"],
  ["german", "[b1, -b2, b3]", "[b1, -b2, b4]", "undefined-name"],
  ["german", "gering: [3, 7], mittel: [8, 11]", "gering: [3, 7], mittel: [9, 11]", "band-gap"],
  ["german", '4: "trifft eher zu", 5: "trifft voll zu"', '4: "trifft eher zu", 6: "trifft voll zu"', "code-gap"],
  ["bilingual", "      3: {en: Often, cy: Yn aml}", "      3: {en: Often}", "translation-drift"],
  ["sleep", "hours(up - bed)", "hours(up) - hours(bed)", "clock-arithmetic"],
  ["sleep", '"31..60": 2, else: 3', '"31..60": 2', "recode-not-total"],
  ["nested", "[{item: mood, weight: 2}, body_score]", "[{item: mood, weight: 2}, body_score, f1]", "item-twice-in-score"],
  ["nested", "transform: [{rescale: [0, 100]}]", "transform: [{multiply: 4}]", "declared-range-wrong"],
  ["cases", "m: {lower: [0, 3], raised: [4, 7], high: [8, 12]}", "m: {lower: [0, 3], raised: [4, 8], high: [8, 12]}", "band-overlap"],
  [
    "cases",
    '      - when: risk >= 8\n        is: refer\n      - when: risk >= 4 or (sex == "f" and risk >= 3)\n        is: brief advice',
    '      - when: risk >= 4 or (sex == "f" and risk >= 3)\n        is: brief advice\n      - when: risk >= 8\n        is: refer',
    "case-never-reached",
  ],
  ["cases", 'sex == "f" and', 'sex == "female" and', "impossible-option-comparison"],
  ["cases", "require: true}}}\n  alcohol", "require: false}}}\n  alcohol", "covariate-not-collected"],
  ["everytype", "none: {label: None of these, exclusive: true}", "none: {label: None of these}", "exclusive-option-missing"],
  ["everytype", "min: 0, max: 120, unit: hours", "min: 120, max: 0, unit: hours", "inverted-bounds"],
  ["ability", "c: 1 in 10}}, key: c", "c: 1 in 10}}, key: d", "key-not-an-option"],
  ["routing", "when: strain_sum >= 6", "when: strain_sum > 9", "dead-section"],
  ["routing", 'screen_out: adult == "no"', 'screen_out: adult == "yes" and adult == "no"', "screen-out-impossible"],
  [
    "routing",
    '      cares: {text: Do you look after somebody who needs help?, scored: false}\n      lives_with: {text: Do you live with that person?, when: cares == "yes", scored: false}',
    '      lives_with: {text: Do you live with that person?, when: cares == "yes", scored: false}\n      cares: {text: Do you look after somebody who needs help?, scored: false}',
    "forward-reference",
  ],
  ["discrepancy", "per: 1, or: 1.5", "per: 14, or: 1.5", "effect-unit-exceeds-range"],
  ["discrepancy", 'p: "<0.001"', "p: 0.04", "effect-inconsistent"],
  ["discrepancy", "sum(abs(exp_1..exp_3 - act_1..act_3))", "sum(abs(exp_1..exp_3 - act_1..act_2))", "type-mismatch"],
  ["panel", "middle: [3, 3], high", "middle: [2, 3], high", "rating-bands-overlap"],
  ["panel", "opens: 2026-03-23", "opens: 2026-03-02", "round-dates-overlap"],
  ["panel", "declared: 2025-12-15", "declared: 2026-02-20", "consensus-declared-late"],
  ["panel", "minimum_rated: 8", "minimum_rated: 40", "minimum-above-panel"],
  ["flow", 'p1: "How was your mood?"', "p1: How was your mood, all in all?", "truncated-flow-value"],
  ["nested", "b2: {text: My body has felt heavy., reverse: true}", "b2: {text: My body has felt heavy., revers: true}", "unknown-key"],
  ["cases", "when: d1 > 0, skipped: 0}\n      d3", "when: d1 > 0}\n      d3", "skipped-without-value"],
  ["german", '3: "teils/teils"', '3: "teils/teils", 8: "weiß nicht"', "declared-range-wrong"],
  ["import", "[c1, c2, c4, c5], recode", "[c1, c2, c4, c4], recode", "item-twice-in-score"],
  ["sleep", 'when: woke == "yes"', 'when: woke == "ja"', "impossible-option-comparison"],
  [
    "bilingual",
    "h2: {text: {en: was there noise from outside?, cy: oedd sŵn o'r tu allan?}, reverse: true}",
    "h2: {text: {en: was there noise from outside?, cy: oedd sŵn o'r tu allan?}}",
    "failing-scoring-test",
  ],
];

describe("documents as people of many habits write them", () => {
  for (const name of NAMES.filter((one) => one.endsWith(".yaml")))
    it(`${name} is right, and nothing is said of it`, () => {
      assert.deepEqual(
        found(name, textOf(name)).map(({ code, message }) => `${code}: ${message}`),
        [],
      );
    });

  for (const [document, right, wrong, code] of SLIPS) {
    it(`${document}: ${code} is found`, () => {
      const name = NAMES.find((one) => one.startsWith(`${document}.`)) ?? "";
      const text = textOf(name);
      assert.ok(text.includes(right));
      const problems = found(
        name,
        text.replace(right, () => wrong),
      );
      assert.ok(
        problems.some((problem) => problem.code === code),
        `${code} is not among ${problems.map((problem) => problem.code).join(", ")}`,
      );
    });
  }

  it("norms: a row that is lost in the table beside the document is found", () => {
    const lost = textOf("grip-norms.csv").replace("m,11,44\n", "");
    const codes = found("norms.instrument.yaml", textOf("norms.instrument.yaml"), { "grip-norms.csv": lost }).map(({ code }) => code);
    assert.deepEqual(codes, ["lookup-not-total"]);
  });
});
