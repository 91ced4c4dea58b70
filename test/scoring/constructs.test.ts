import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { ZERO } from "../../server/number/exact.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { runInlineTests } from "../../server/scoring/tests.ts";

/** What published scoring rules are made of, each as small as it can be with values worked out by hand; instruments in brackets need it. */
const CONSTRUCTS: Readonly<Record<string, string>> = {
  "any number for an option, and options of an item alone (AUDIT, BDI)": `
responses: {some: {options: {0: No, 2: Once, 4: Often}}}
items: {a: {text: A, response: some}, b: {text: B, response: {options: {x: {label: X, score: 0.25}, y: {label: Y, score: -1.5}}}}}
scores: {t: {items: [a, b], method: sum}}
tests: {t: {answers: {a: 4, b: y}, expect: {t: 2.5}}}`,
  "codes in another order than the options are shown (RSES, EPDS)": `
responses: {down: {options: {3: Always, 2: Often, 1: Seldom, 0: Never}}}
items: {a: {text: A, response: down}, b: {text: B, response: down, reverse: true}}
scores: {t: {items: [a, b], method: sum}}
tests: {t: {answers: {a: 3, b: 3}, expect: {t: 3}}}`,
  "kinds of missing, and missing codes in a column of numbers (ICAR, HSE)": `
responses: {five: {options: {0: {label: Not shown, missing: true}, 1: Low, 2: High, 99: {label: Refused, missing: true}}}}
items: {a: {text: A, response: five}, b: {text: B, response: five}}
scores: {t: {items: [a, b], method: sum, missing: {need: 1, fill: none}}, n: {value: count(answered(a..b))}}
tests: {t: {answers: {a: 99, b: 2}, expect: {t: 2, n: 1}}, none: {answers: {a: 0, b: 99}, expect: {t: missing, n: 0}}}`,
  "a value where an item was not asked (AUDIT, SDQ impact)": `
items: {a: {text: A, response: {from: 0, to: 4}}, b: {text: B, response: {from: 0, to: 4}, when: a > 0, skipped: 0}}
scores: {t: {items: [a, b], method: sum}}
tests: {asked: {answers: {a: 1}, expect: {t: missing}}, not: {answers: {a: 0}, expect: {t: 0}}}`,
  "numbers with a unit and bounds; visual analogue scales (IPAQ, EQ-5D)": `
items: {a: {text: A, response: {type: decimal, min: 0, max: 24, unit: hours}}, b: {text: B, response: {type: vas, from: 0, to: 100, step: 1}}}
scores: {t: {items: [a, b], method: sum}}
tests: {t: {answers: {a: 7.5, b: 80}, expect: {t: 87.5}}}`,
  "clock times through midnight, hours and minutes (PSQI)": `
items: {bed: {text: Bed, response: {type: time}}, up: {text: Up, response: {type: time}}}
scores: {m: {value: minutes(up - bed)}, h: {value: hours(up - bed)}}
tests: {t: {answers: {bed: "23:15", up: "06:45"}, expect: {m: 450, h: 7.5}}}`,
  "several answers: how many, which, and one that excludes the others (intention to leave)": `
items: {why: {text: Why, response: {type: multiple, options: {pay: Pay, load: Load, none: {label: None, exclusive: true}}}}}
scores: {n: {value: count(why)}, pay: {value: 'selected(why, "pay")'}}
tests: {t: {answers: {why: [pay, load]}, expect: {n: 2, pay: true}}, none: {answers: {}, expect: {n: missing, pay: missing}}}`,
  "covariates (AUDIT-C, norms)": `
items: {a: {text: A, response: {from: 0, to: 12}}, sex: {text: Sex, response: {options: {f: Female, m: Male}}, require: true}}
scores: {t: {items: [a], bands: {by: sex, f: {low: [0, 2], high: [3, 12]}, m: {low: [0, 3], high: [4, 12]}}}}
tests: {f: {answers: {a: 3, sex: f}, expect: {t.band: high}}, m: {answers: {a: 3, sex: m}, expect: {t.band: low}}}`,
  "pairs of items (met expectations)": `
items: {e1: {text: A, response: {from: 0, to: 9}}, e2: {text: B, response: {from: 0, to: 9}}, a1: {text: C, response: {from: 0, to: 9}}, a2: {text: D, response: {from: 0, to: 9}}}
scores: {gap: {value: "sum(abs(e1..e2 - a1..a2))"}}
tests: {t: {answers: {e1: 9, e2: 1, a1: 4, a2: 3}, expect: {gap: 7}}}`,
  "items that are in no score, and free text (PHQ-9 item 10)": `
items: {a: {text: A, response: {from: 0, to: 3}}, hard: {text: B, response: {from: 0, to: 3}, scored: false}, more: {text: C, response: {type: text}}}
scores: {t: {items: [a]}}
tests: {t: {answers: {a: 2, hard: 3, more: well}, expect: {t: 2}}}`,
  "reversal in the declared range": `
items: {a: {text: A, response: {from: 1, to: 7}, reverse: true}, b: {text: B, response: {from: 1, to: 7}}}
scores: {t: {items: [a, -b], method: sum}}
tests: {t: {answers: {a: 2, b: 7}, expect: {t: 7}}}`,
  "a recode by codes, and one by stretches with open ends (RAND-36, PSQI)": `
recodes: {three: {1: 0, 2: 50, 3: 100}, late: {"<=15": 0, "16..30": 1, ">30": 2}}
items: {a: {text: A, response: {from: 1, to: 3}}, b: {text: B, response: {type: integer, min: 0, max: 600}}}
scores: {t: {items: [{item: a, recode: three}, {item: b, recode: late}], method: sum}}
tests: {t: {answers: {a: 2, b: 30}, expect: {t: 51}}, late: {answers: {a: 1, b: 31}, expect: {t: 2}}}`,
  "two halves, and answer keys (GHQ-12, ICAR)": `
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {options: {1: One, 2: Two, 3: Three}}, key: 2}, c: {text: C, response: {options: {1: One, 2: Two}}, key: 2}}
scores: {half: {items: [a], recode: {"0..1": 0, "2..3": 1}}, right: {items: [b, c], method: sum}}
tests: {t: {answers: {a: 2, b: 2, c: 1}, expect: {half: 1, right: 1}}}`,
  "a recode that rests on another item (SF-36 pain)": `
items: {a: {text: A, response: {from: 1, to: 6}}, b: {text: B, response: {from: 1, to: 5}}}
scores: {pain: {value: "if(answered(a), if(a == 1 and b == 1, 6, 6 - b), missing)"}}
tests: {none: {answers: {a: 1, b: 1}, expect: {pain: 6}}, some: {answers: {a: 2, b: 1}, expect: {pain: 5}}}`,
  "direction and recode of the item in this score (PSS, EPI)": `
items: {a: {text: A, response: {from: 0, to: 4}}, b: {text: B, response: {from: 0, to: 4}}}
scores: {one: {items: [a, b], method: sum}, other: {items: [-a, {item: b, recode: {0: 0, else: 1}}], method: sum}}
tests: {t: {answers: {a: 4, b: 3}, expect: {one: 7, other: 1}}}`,
  "from 0 to 100, and times a factor (SUS, WHO-5, DASS-21)": `
items: {a: {text: A, response: {from: 1, to: 5}}, b: {text: B, response: {from: 1, to: 5}}}
scores: {pomp: {items: [a, b], method: sum, transform: [{rescale: [0, 100]}]}, down: {items: [a, b], method: mean, transform: [{rescale: [100, 0]}]}, twice: {items: [a, b], method: sum, transform: [{multiply: 2}]}}
tests: {t: {answers: {a: 2, b: 3}, expect: {pomp: 37.5, down: 62.5, twice: 10}}}`,
  "never below zero (IPAQ)": `
items: {a: {text: A, response: {type: integer, min: 0, max: 960}}}
scores: {t: {value: "min(max(a - 10, 0), 180)"}}
tests: {low: {answers: {a: 3}, expect: {t: 0}}, high: {answers: {a: 500}, expect: {t: 180}}}`,
  "constants and coefficients (EQ-5D, FSFI)": `
items: {a: {text: A, response: {from: 0, to: 5}}, b: {text: B, response: {from: 0, to: 5}}}
scores: {t: {items: [{item: a, weight: 0.6}, {item: b, weight: 0.3}], method: sum, transform: [{add: 0.1}]}, index: {value: "1 - 0.081 - if(a >= 2, 0.07, 0)"}}
tests: {t: {answers: {a: 3, b: 4}, expect: {t: 3.1, index: 0.849}}}`,
  "sum, mean, and sums with weights": `
items: {a: {text: A, response: {from: 0, to: 4}}, b: {text: B, response: {from: 0, to: 4}}, c: {text: C, response: {from: 0, to: 4}}}
scores: {s: {items: [a..c], method: sum}, m: {items: [a..c], method: mean}, w: {items: [{item: a, weight: 2}, b, c], method: mean}}
tests: {t: {answers: {a: 4, b: 1, c: 2}, expect: {s: 7, m: 2.3333333333, w: 2.75}}}`,
  "how many items meet their own threshold (PHQ-9, MDQ)": `
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {from: 0, to: 3}}, c: {text: C, response: {from: 0, to: 3}}}
scores: {n: {value: "count(a..b >= 2, c >= 1)"}, threes: {value: count(a..c == 3)}, two: {value: "count(a..c >= 2) >= 2"}}
tests: {t: {answers: {a: 3, b: 1, c: 1}, expect: {n: 2, threes: 1, two: false}}}`,
  "the least and the greatest item (DSM-5)": `
items: {a: {text: A, response: {from: 0, to: 4}}, b: {text: B, response: {from: 0, to: 4}}}
scores: {low: {items: [a, b], method: min}, high: {items: [a, b], method: max}}
tests: {t: {answers: {a: 4, b: 1}, expect: {low: 1, high: 4}}}`,
  "products, powers, interactions (EQ-5D Canada)": `
items: {a: {text: A, response: {from: 1, to: 3}}, b: {text: B, response: {from: 1, to: 3}}}
scores: {p: {items: [a, b], method: product}, q: {value: count(a..b == 3) ^ 2}, i: {value: a * b - 0.5 * a ^ 3}}
tests: {t: {answers: {a: 3, b: 3}, expect: {p: 9, q: 4, i: -4.5}}}`,
  "a ratio whose divisor may be zero (EHI, PSQI)": `
items: {right: {text: A, response: {from: 0, to: 10}}, left: {text: B, response: {from: 0, to: 10}}}
scores: {lq: {when: right + left > 0, value: 100 * (right - left) / (right + left)}}
tests: {t: {answers: {right: 8, left: 2}, expect: {lq: 60}}, zero: {answers: {right: 0, left: 0}, expect: {lq: missing}}}`,
  "differences, squared and their root (job discrepancy)": `
items: {a: {text: A, response: {from: 0, to: 9}}, b: {text: B, response: {from: 0, to: 9}}}
scores: {d: {value: a - b}, abs_d: {value: abs(a - b)}, root: {value: sqrt((a - b) ^ 2 + 9)}}
tests: {t: {answers: {a: 2, b: 6}, expect: {d: -4, abs_d: 4, root: 5}}}`,
  "the mean of means, which is not the mean of items (BASDAI)": `
items: {a: {text: A, response: {from: 0, to: 10}}, b: {text: B, response: {from: 0, to: 10}}, c: {text: C, response: {from: 0, to: 10}}}
scores: {pair: {items: [b, c], method: mean}, of_means: {items: [a, pair], method: mean}, of_items: {items: [a..c], method: mean}}
tests: {t: {answers: {a: 10, b: 2, c: 4}, expect: {of_means: 6.5, of_items: 5.3333333333}}}`,
  "how a person answers: spread and straight lines": `
items: {a: {text: A, response: {from: 0, to: 4}}, b: {text: B, response: {from: 0, to: 4}}, c: {text: C, response: {from: 0, to: 4}}, d: {text: D, response: {from: 0, to: 4}}}
scores: {spread: {value: sd(a..d)}, line: {value: longest_run(a..d)}}
tests: {t: {answers: {a: 1, b: 3, c: 3, d: 3}, expect: {spread: 1, line: 3}}}`,
  "a profile of digits (EQ-5D)": `
items: {a: {text: A, response: {from: 1, to: 5}}, b: {text: B, response: {from: 1, to: 5}}}
scores: {profile: {value: "concat(a, b)"}}
tests: {t: {answers: {a: 2, b: 5}, expect: {profile: "25"}}}`,
  "a table from raw to scaled (SWEMWBS)": `
tables: {scaled: {2: 7.00, "3..4": 9.51, 5: 11.25, 6: 12.4}}
items: {a: {text: A, response: {from: 1, to: 3}}, b: {text: B, response: {from: 1, to: 3}}}
scores: {t: {items: [a, b], method: sum, transform: [{lookup: scaled}]}}
tests: {t: {answers: {a: 1, b: 3}, expect: {t: 9.51}}}`,
  "norms: z and T (SF-36)": `
items: {a: {text: A, response: {from: 0, to: 100}}}
scores: {z: {items: [a], transform: [{z: {mean: 50, sd: 20}}]}, t: {items: [a], transform: [{t: {mean: 50, sd: 20}}]}}
tests: {t: {answers: {a: 65}, expect: {z: 0.75, t: 57.5}}}`,
  "bands, several sets of them, and up to the next (K10, ONS-4)": `
items: {a: {text: A, response: {from: 0, to: 10}}}
scores: {t: {items: [a], bands: {low: [0, 4], high: [5, 10]}, band_sets: {clinical: {none: 0, some: 3, much: 8}}}}
tests: {t: {answers: {a: 7}, expect: {t.band: high, t.clinical: some}}}`,
  "three-valued logic (PHQ-9, IPAQ)": `
items: {a: {text: A, response: {options: {"yes": {label: "Yes", score: 1}, "no": {label: "No", score: 0}}}}, b: {text: B, response: {from: 0, to: 3}}}
scores: {either: {value: 'a == "yes" or b >= 2'}, both: {value: 'a == "yes" and b >= 2'}}
tests: {t: {answers: {a: "yes"}, expect: {either: true, both: missing}}, f: {answers: {a: "no"}, expect: {either: missing, both: false}}}`,
  "scores of scores in any order of the file": `
items: {a: {text: A, response: {from: 0, to: 3}}}
scores: {last: {value: middle + 1}, middle: {value: first * 2}, first: {items: [a]}}
tests: {t: {answers: {a: 3}, expect: {last: 7}}}`,
  "rounding, its mode, and where (SDQ, RAPID3)": `
items: {a: {text: A, response: {from: -9, to: 9}}}
scores: {up: {items: [a], transform: [{divide: 2}], round: {to: 1, mode: half_up}}, even: {items: [a], transform: [{divide: 2}], round: {to: 1, mode: half_even}}, away: {items: [a], transform: [{divide: 2}], round: {to: 1, mode: half_away}}, inner: {value: "round(a / 2, mode=half_up) / 3"}}
tests: {t: {answers: {a: 5}, expect: {up: 3, even: 2, away: 3, inner: 1}}, below: {answers: {a: -5}, expect: {up: -2, even: -2, away: -3}}}`,
  "missing rules: so many, at most so many, a share, more than a share, and those that must be there": `
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {from: 0, to: 3}}, c: {text: C, response: {from: 0, to: 3}}, d: {text: D, response: {from: 0, to: 3}}}
scores: {need: {items: [a..d], method: mean, missing: {need: 2}}, allow: {items: [a..d], method: mean, missing: {allow: 1}}, share: {items: [a..d], method: mean, missing: {need: "50%"}}, more: {items: [a..d], method: mean, missing: {need: "50%", above: true}}, always: {items: [a..d], method: mean, missing: {need: 2, always: [d]}}}
tests: {two: {answers: {a: 1, b: 2}, expect: {need: 1.5, allow: missing, share: 1.5, more: missing, always: missing}}}`,
  "what stands for a blank: nothing, the person's mean, a constant (SUS, PHQ-9)": `
items: {a: {text: A, response: {from: 1, to: 5}}, b: {text: B, response: {from: 1, to: 5}}, c: {text: C, response: {from: 1, to: 5}}}
scores: {none: {items: [a..c], method: sum, missing: {need: 2, fill: none}}, mean: {items: [a..c], method: sum, missing: {need: 2, fill: person_mean}}, middle: {items: [a..c], method: sum, missing: {need: 2, fill: 3}}}
tests: {t: {answers: {a: 5, b: 2}, expect: {none: 7, mean: 10.5, middle: 10}}}`,
  "flags on items and scores (PHQ-9 item 9)": `
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {from: 0, to: 3}}}
scores: {flag: {value: b >= 1}, t: {items: [a, b], method: sum, cutoffs: {alert: {above: 4}}}}
tests: {t: {answers: {a: 3, b: 1}, expect: {flag: true, t.alert: false}}}`,
  "several instruments from one set of items (PHQ-2, PSS-4)": `
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {from: 0, to: 3}}, c: {text: C, response: {from: 0, to: 3}}}
scores: {long: {items: [a..c], method: sum}, short: {items: [a..b], method: sum}}
tests: {t: {answers: {a: 1, b: 2, c: 3}, expect: {long: 6, short: 3}}}`,
  "named tables of parameters, read in formulas": `
tables: {weight: {0: 0, 1: 0.037, 2: 0.35}}
items: {a: {text: A, response: {from: 0, to: 2}}}
scores: {t: {value: "1 - lookup(a, weight)"}}
tests: {t: {answers: {a: 2}, expect: {t: 0.65}}}`,
  "direction and unit of a score": `
items: {a: {text: A, response: {from: 0, to: 3}}}
scores: {t: {items: [a], higher: more of it, unit: points, range: [0, 3]}}
tests: {t: {answers: {a: 2}, expect: {t: 2}}}`,
};

describe("what published scoring rules are made of", () => {
  for (const [name, text] of Object.entries(CONSTRUCTS)) {
    it(name, () => {
      const { instrument, problems } = analyse(written(text));
      const errors = problems.filter(({ severity }) => severity === "error").map(({ code, message }) => `${code}: ${message}`);
      assert.deepEqual(errors, []);
      const outcomes = runInlineTests(compileInstrument(instrument));
      assert.notEqual(outcomes.length, 0);
      for (const { passed, differences, unusable } of outcomes) {
        assert.ok(
          passed,
          [...unusable, ...differences.map(({ name, actual }) => `${name}: ${JSON.stringify(actual, printed)}`)].join("; "),
        );
      }
    });
  }

  it("a status beside the value", () => {
    const { instrument } = analyse(
      written(`
items: {a: {text: A, response: {from: 0, to: 3}}, b: {text: B, response: {from: 0, to: 3}, when: a > 0}}
scores: {t: {items: [a, b], method: sum}, some: {when: a > 0, value: a * 2}}`),
    );
    const compiled = compileInstrument(instrument);
    const person = compiled.score((id) => (id === "a" ? { kind: "point", code: "0", number: ZERO, score: ZERO } : undefined));
    assert.deepEqual([person.result("t")?.status, person.result("some")?.status], ["not_asked", "not_applicable"]);
  });

  for (const [code, text] of [
    ["score-cycle", "scores: {x: {value: y + 1}, y: {value: x + 1}}"],
    ["group-statistic-in-person-score", "scores: {x: {value: a - g}, g: {level: group, value: mean(a)}}"],
    ["declared-range-wrong", "scores: {x: {items: [a], range: [0, 6]}}"],
    ["recode-not-total", "scores: {x: {items: [a], recode: {0: 0, 1: 1}}}"],
    ["lookup-not-total", "tables: {l: {1: 1}}\nscores: {x: {items: [a], transform: [{lookup: l}]}}"],
    [
      "lookup-not-monotone",
      "tables: {l: {0: 0, 1: 2.5, 2: 3.5, 3: 5, 4: 4.6, 5: 7, 6: 9}}\nscores: {x: {items: [a], transform: [{lookup: l}]}}",
    ],
    ["possible-division-by-zero", "scores: {x: {value: 1 / a}}"],
  ] as const) {
    it(`what is wrong with one is found: ${code}`, () => {
      const { problems } = analyse(written(`\nitems: {a: {text: A, response: {from: 0, to: 3}}}\n${text}`));
      assert.ok(problems.some((problem) => problem.code === code));
    });
  }
});

/** The items of a construct in a section of their own. */
function written(text: string): string {
  return `instrument: small\n${text.trim().replace(/^items: (.*)$/m, "sections: {s: {items: $1}}")}\n`;
}

function printed(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
