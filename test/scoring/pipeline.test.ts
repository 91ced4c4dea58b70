import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { normLookup } from "../../server/scoring/norms.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { compiled, person, shown } from "./score.ts";

const ITEMS = `
responses:
  agree5: {options: {1: Never, 2: Rarely, 3: Sometimes, 4: Often, 5: Always, 99: {label: Prefer not to say, missing: true}}}
  sex2: {options: {female: Female, male: Male}}
  yes_no: {options: {"yes": {label: "Yes", score: 1}, "no": {label: "No", score: 0}}}
sections:
  main:
    response: agree5
    items: {a: First, b: Second, c: {text: Third, reverse: true}, d: Fourth}
  more:
    items:
      sex: {text: Sex, response: sex2}
      age: {text: Age, response: {type: integer, min: 16, max: 99}}
      drinks: {text: Do you drink?, response: yes_no}
      amount: {text: How much?, response: agree5, when: drinks == "yes", skipped: 0}
      worry: {text: How worried?, response: agree5, when: drinks == "yes"}
`;

/** The printed values of some scores for some answers. */
function scores(text: string, cells: Readonly<Record<string, string | number>>, names: string): string {
  const found = person(compiled(`${ITEMS}scores:\n${text}`), cells);
  return names
    .split(" ")
    .map((name) => shown(found, name))
    .join(" ");
}

describe("the scoring pipeline", () => {
  it("adds, averages, and takes the least, the greatest and the product", () => {
    const text = ["sum", "mean", "min", "max", "product"]
      .map((method) => `  ${method}_s: {items: [a, b, d], method: ${method}}`)
      .join("\n");
    assert.equal(scores(text, { a: 2, b: 5, d: 4 }, "sum_s mean_s min_s max_s product_s"), "11 3.66666666667 2 5 40");
  });

  it("reverses a reverse-keyed item, one with a minus, and what the long form says", () => {
    const text = `
  keyed: {items: [a, c], method: sum}
  minus: {items: [-a, c], method: sum}
  absolute: {items: [{item: a, reverse: true}, {item: c, reverse: false}], method: sum}`;
    assert.equal(scores(text, { a: 2, c: 1 }, "keyed minus absolute"), "7 9 5");
  });

  it("recodes before it reverses, by codes, stretches and else", () => {
    const text = `
  coded: {items: [a, b, d], recode: {1: 10, 2: 20, else: 40}, method: sum}
  turned: {items: [{item: a, recode: {1: 10, 2: 20, else: 40}, reverse: true}]}
  stretched: {items: [age], recode: {"<=17": 0, "18..24": 1, "25..64": 2, else: 3}}
  refused: {items: [a, b], recode: {1: 10, 2: missing, else: 40}, method: sum, missing: {allow: 1, fill: none}}`;
    assert.equal(scores(text, { a: 1, b: 2, d: 5, age: 24 }, "coded turned stretched refused"), "70 40 1 10");
  });

  it("weighs: sums of w x, means over the weights of the answered", () => {
    const text = `
  total: {items: [{item: a, weight: 2}, b, {item: d, weight: 0.5}], method: sum}
  average: {items: [{item: a, weight: 2}, b], method: mean, missing: {need: 1}}
  half: {items: [{item: a, weight: 3}, b], method: mean, missing: {need: 1}}
  filled: {items: [{item: a, weight: 3}, b], method: sum, missing: {need: 1, fill: person_mean}}
  everything: {items: [a, b], weight: 10, method: sum}`;
    assert.equal(scores(text, { a: 4, b: 1, d: 3 }, "total average everything"), "10.5 3 50");
    assert.equal(scores(text, { b: 2 }, "average half filled"), "2 2 8");
  });

  it("keeps the missing rule: allow, need, half, share, always, above", () => {
    const text = `
  strict: {items: [a, b, c, d], method: sum}
  allowed: {items: [a, b, c, d], method: sum, missing: {allow: 1, fill: person_mean}}
  none: {items: [a, b, c, d], method: sum, missing: {allow: 2, fill: none}}
  three: {items: [a, b, c, d], method: sum, missing: {allow: 2, fill: 3}}
  half: {items: [a, b, d], method: mean, missing: {need: half}}
  above: {items: [a, b, c, d], method: mean, missing: {need: half, above: true}}
  share: {items: [a, b, c, d], method: mean, missing: {need: "75%"}}
  always: {items: [a, b, c, d], method: mean, missing: {need: 1, always: [a]}}`;
    const names = "strict allowed none three half above share always";
    assert.equal(scores(text, { a: 1, b: 2, c: 2, d: 4 }, names), "11 11 11 11 2.33333333333 2.75 2.75 2.75");
    assert.equal(scores(text, { a: 1, b: 2, c: 5 }, names), "(too_few) 5.33333333333 4 7 1.5 1.33333333333 1.33333333333 1.33333333333");
    assert.equal(scores(text, { b: 2, d: 4 }, names), "(too_few) (too_few) 6 12 3 (too_few) (too_few) (too_few)");
  });

  it("prorates exactly: 4 points on 3 of 6 are 8, and tenths add up", () => {
    const text = `
  six: {items: [{item: a, recode: {1: 1, else: 2}}, {item: b, recode: {1: 1, else: 2}}, {item: d, recode: {1: 1, else: 2}}, c, sex_points, age_points], method: sum, missing: {need: 3, fill: person_mean}}
  sex_points: {items: [sex], recode: {female: 1, male: 2}}
  age_points: {items: [age], recode: {"<50": 1, else: 2}}
  tenths: {value: 0.1 + 0.2 == 0.3}`;
    assert.equal(scores(text, { a: 1, b: 1, d: 2 }, "six tenths"), "8 true");
  });

  it("says why a score is missing", () => {
    const text = `
  total: {items: [a, b], method: sum}
  applied: {items: [a, b], method: sum, when: drinks == "yes"}
  routed: {items: [worry]}
  classed: {cases: [{when: a >= 4, is: high}, {when: a >= 2, is: middle}]}
  divided: {value: a / (b - b)}
  used: {items: [total, a], method: sum}`;
    const names = "total applied routed classed divided used";
    assert.equal(
      scores(text, { a: 1, drinks: "no" }, names),
      "(too_few) (not_applicable) (not_asked) (not_applicable) (too_few) (too_few)",
    );
    assert.equal(scores(text, { a: 1, b: 7 }, names), "(out_of_range) (too_few) (too_few) (not_applicable) (out_of_range) (out_of_range)");
    assert.equal(scores(text, { a: 99, b: 2, drinks: "yes", worry: 3 }, names), "(too_few) (too_few) 3 (too_few) (too_few) (too_few)");
    assert.equal(scores(text, { a: 4, b: 2, drinks: "yes" }, names), "6 6 (too_few) high (out_of_range) 10");
  });

  it("takes a structural value where an item was not asked, and an answer wherever there is one", () => {
    const text = `
  total: {items: [a, amount], method: sum}
  turned: {items: [-amount]}
  recoded: {items: [amount], recode: {0: 50, else: 60}}
  named: {value: amount + 1}
  by_score: {value: scored(amount)}`;
    const names = "total turned recoded named by_score";
    assert.equal(scores(text, { a: 3, drinks: "no" }, names), "3 0 0 1 0");
    assert.equal(scores(text, { a: 3, drinks: "no", amount: 2 }, names), "5 4 60 3 2");
    assert.equal(scores(text, { a: 3, drinks: "yes" }, names), "(too_few) (too_few) (too_few) (too_few) (too_few)");
    assert.equal(scores(text, { a: 3 }, names), "(too_few) (too_few) (too_few) (too_few) (too_few)");
  });

  it("scores options, keys and codes that are text", () => {
    const text = `
responses:
  two: {options: {"yes": {label: "Yes", score: 1}, "no": {label: "No", score: 0}, "unsure": {label: Unsure, missing: true}}}
  four: {options: {a: A, b: B, c: C, "01": One}}
sections:
  main:
    items:
      x: {text: Question, response: two}
      y: {text: Turned, response: two, reverse: true}
      k: {text: Ability, response: four, key: b}
      z: {text: Ability too, response: four, key: "01"}
scores:
  s: {items: [x, y], method: sum}
  right: {items: [k, z], method: sum}
  f: {value: "scored(x) + scored(y) * 10 + scored(k) * 100"}
  code: {value: k == "b" or z == "01"}`;
    const made = compiled(text);
    const show = (cells: Record<string, string>): string =>
      ["s", "right", "f", "code"].map((name) => shown(person(made, cells), name)).join(" ");
    assert.equal(show({ x: "yes", y: "yes", k: "b", z: "01" }), "1 2 101 true");
    assert.equal(show({ x: "no", y: "no", k: "c", z: "1" }), "1 (out_of_range) 10 (out_of_range)");
    assert.equal(show({ x: "unsure", y: "no", k: "a", z: "a" }), "(too_few) 0 (too_few) false");
  });

  it("counts several codes, and reads clock times, dates and durations", () => {
    const text = `
responses:
  reasons: {type: multiple, options: {pay: Pay, load: Workload, none: {label: None, exclusive: true}}}
sections:
  main:
    items:
      why: {text: Why?, response: reasons}
      bed: {text: Bed, response: {type: time}}
      rise: {text: Rise, response: {type: time}}
      born: {text: Born, response: {type: date}}
      today: {text: Today, response: {type: date}}
      walk: {text: Walk, response: {type: duration}}
scores:
  n: {value: count(why)}
  n0: {value: "coalesce(count(why), 0)"}
  pay: {value: 'selected(why, "pay")'}
  night: {value: minutes(rise - bed)}
  early: {value: bed < 22:00}
  age: {value: "years_between(born, today)"}
  long: {value: walk >= 90 minutes}
  in_bed: {helper: true, value: rise - bed}
  in_hours: {value: hours(in_bed)}`;
    const made = compiled(text);
    const show = (cells: Record<string, string>): string =>
      made.instrument.scores
        .ids()
        .filter((id) => id !== "in_bed")
        .map((name) => shown(person(made, cells), name))
        .join(" ");
    assert.equal(
      show({ why: "pay;load", bed: "23:15", rise: "7:00", born: "1980-02-29", today: "2026-02-28", walk: "1:30" }),
      "2 2 true 465 false 45 true 7.75",
    );
    assert.equal(show({ bed: "21:45", rise: "06:00:00", walk: "89 minutes" }), "(too_few) 0 (too_few) 495 true (too_few) false 8.25");
    assert.equal(
      show({ why: "pay;other", bed: "25:00" }),
      "(out_of_range) 0 (out_of_range) (out_of_range) (out_of_range) (too_few) (too_few) (out_of_range)",
    );
  });

  it("transforms step by step and rounds once", () => {
    const text = `
  percent: {items: [a, b], method: sum, transform: [{rescale: [0, 100]}]}
  down: {items: [a, b], method: mean, transform: [{rescale: [100, 0]}]}
  later: {items: [a, b], method: sum, transform: [{multiply: 2}, {add: 1}, {rescale: [0, 1]}]}
  chain: {items: [a], transform: [{multiply: 4}, {add: -1}, {divide: 3}]}
  t_score: {items: [a], transform: [{t: {mean: 3, sd: 0.8}}]}
  z_score: {items: [a], transform: [{z: {mean: 3, sd: 0.8}}]}
  rounded: {items: [a, b], method: mean, round: {to: 1, mode: half_even}}
  half_step: {items: [a, b, d], method: mean, round: {to: 0.5, mode: half_up}}
  negative: {items: [{item: a, weight: -1}, b], method: sum, transform: [{rescale: [0, 100]}]}`;
    assert.equal(
      scores(text, { a: 2, b: 3, d: 3 }, "percent down later chain t_score z_score rounded half_step negative"),
      "37.5 62.5 0.375 2.33333333333 37.5 -1.25 2 2.5 62.5",
    );
  });

  it("looks up: plain tables, in formulas, and norms by covariates", () => {
    const text = `tables:
  scaled: {1: 7.00, 2: 9.51, "3..5": 11.25}
  norms: {by: [sex, age_group], value: t, file: norms.csv}
${ITEMS}scores:
  plain: {items: [a], transform: [{lookup: scaled}]}
  formula: {value: "lookup(a, scaled) * 2"}
  age_group: {cases: [{when: age < 50, is: young}, {otherwise: old}]}
  normed: {items: [a], transform: [{lookup: norms}]}
  by_formula: {value: "lookup(a, norms)"}`;
    const header = ["sex", "age_group", "raw", "t"];
    const rows = ["female,young,1..2,40", "female,young,3,50", "male,old,1,61.5"].map((row) => row.split(","));
    const made = compiled(text, {
      norms: (table) => {
        const found = normLookup(table, { header, rows });
        return "problem" in found ? undefined : found;
      },
    });
    const show = (cells: Record<string, string | number>): string =>
      ["plain", "formula", "normed", "by_formula"].map((name) => shown(person(made, cells), name)).join(" ");
    assert.equal(show({ a: 2, sex: "female", age: 30 }), "9.51 19.02 40 40");
    assert.equal(show({ a: 1, sex: "male", age: 50 }), "7 14 61.5 61.5");
    assert.equal(show({ a: 5, sex: "male", age: 50 }), "11.25 22.5 (out_of_range) (out_of_range)");
    assert.equal(show({ a: 1, age: 50 }), "7 14 (too_few) (too_few)");
    assert.deepEqual(
      normLookup({ id: "norms", rows: [], by: ["sex"], value: "t", file: "norms.csv" }, { header: ["raw", "t"], rows: [] }),
      { problem: '"norms.csv" has no column "sex"' },
    );
  });

  it("names bands, further band sets and cut-offs, by a covariate too", () => {
    const text = `
  total:
    items: [a, b]
    method: sum
    bands: {low: [2, 4], middle: 5, high: [9, 10]}
    band_sets: {clinical: {by: sex, female: {fine: [2, 6], ill: [7, 10]}, male: {fine: [2, 7], ill: [8, 10]}}}
    cutoffs: {above_six: {above: 6}, at_least_seven: {at_least: 7}, exactly: {equals: 7}, under: {below: 7}, most: {at_most: 7}}`;
    const names = "total.band total.clinical total.above_six total.at_least_seven total.exactly total.under total.most";
    assert.equal(scores(text, { a: 3, b: 4, sex: "male" }, names), "middle fine true true true false true");
    assert.equal(scores(text, { a: 3, b: 4, sex: "female" }, names), "middle ill true true true false true");
    assert.equal(scores(text, { a: 5, b: 4 }, names), "high (missing) true true false false false");
    assert.equal(scores(text, { a: 5 }, names), "(missing) (missing) (missing) (missing) (missing) (missing) (missing)");
  });

  it("decides cases in order; a condition that cannot be decided ends the search", () => {
    const text = `
  class:
    cases:
      - when: a >= 4
        is: high
      - when: b >= 4
        is: some
      - otherwise: low
  number:
    cases:
      - when: a > 3
        is: {value: a + b}
      - when: a > 2
        is: missing
      - otherwise: 0
    transform: [{multiply: 2}]`;
    assert.equal(scores(text, { a: 5 }, "class number"), "high (too_few)");
    assert.equal(scores(text, { b: 5 }, "class number"), "(too_few) (too_few)");
    assert.equal(scores(text, { a: 3, b: 1 }, "class number"), "low (not_applicable)");
    assert.equal(scores(text, { a: 4, b: 1 }, "class number"), "high 10");
    assert.equal(scores(text, { a: 1 }, "class number"), "(too_few) 0");
  });

  it("scores scores in any order in the file, and reads conditions on scores", () => {
    const text = `
  top: {items: [left, -right], method: mean}
  left: {items: [a, b], method: mean}
  right: {items: [c, d], method: sum}
  flag: {value: high.high, when: left > 1}
  high: {items: [top], cutoffs: {high: {at_least: 4}}}
  asked: {value: high.high}`;
    const made = compiled(`${ITEMS}scores:\n${text}`);
    const found = person(made, { a: 4, b: 5, c: 1, d: 2 });
    // 12 - (5 + 2) = 5, and the mean with 4.5 is 4.75.
    assert.equal(["left", "right", "top", "flag", "asked"].map((name) => shown(found, name)).join(" "), "4.5 7 4.75 true true");
  });

  it("rescales from the range of complete answers of formulas and of scores of scores", () => {
    const text = `
  of_scores: {items: [left, right], method: sum, transform: [{rescale: [0, 100]}]}
  left: {items: [a, b], method: mean, missing: {need: 1}}
  right: {items: [c, d], method: sum}
  of_formula: {value: "sum(a, b, need=1)", transform: [{rescale: [0, 100]}]}
  unfilled: {items: [a, b], method: sum, missing: {need: 1, fill: none}}
  nested: {items: [unfilled], transform: [{rescale: [0, 8]}]}
  turned: {items: [{item: left, reverse: true}, {item: of_formula, reverse: true}], method: sum}`;
    // 4.5 + 7 on 3..15, and 4 + 5 on 2..10 (not 1..10: an answer that is missing is not complete).
    assert.equal(scores(text, { a: 4, b: 5, c: 1, d: 2 }, "of_scores of_formula nested"), "70.8333333333 87.5 7");
  });

  it("puts aside what cannot be computed, with those that use it", () => {
    const made = compileFaulty(`
  chicken: {value: egg + 1}
  egg: {value: chicken + 1}
  omelette: {items: [egg, a], method: sum}
  lost: {items: [a, nobody], method: sum}
  many: {items: [a, b]}
  gaps: {items: [a, b], method: sum, missing: {allow: 1}}
  unread: {value: a + }
  modeless: {items: [a], round: {to: 1}}
  fine: {items: [a, b], method: sum}`);
    assert.deepEqual([...made.faulty.keys()].sort(), ["chicken", "egg", "gaps", "lost", "many", "modeless", "omelette", "unread"]);
    assert.deepEqual(made.order, ["fine"]);
  });
});

function compileFaulty(text: string) {
  return compileInstrument(analyse(`instrument: small\n${ITEMS}scores:\n${text}`).instrument);
}
