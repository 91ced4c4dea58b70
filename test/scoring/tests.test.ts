import assert from "node:assert/strict";
import { analyse } from "../../server/analysis/engine.ts";
import { type Exact, parseExact } from "../../server/number/exact.ts";
import { agrees } from "../../server/scoring/agreement.ts";
import { coverageCollector } from "../../server/scoring/coverage.ts";
import { expectedColumn } from "../../server/scoring/expectedColumns.ts";
import { type Check, mutate } from "../../server/scoring/mutate.ts";
import { type CompiledInstrument, compileInstrument } from "../../server/scoring/pipeline.ts";
import { printValue } from "../../server/scoring/printValue.ts";
import { runInlineTests } from "../../server/scoring/tests.ts";
import { publishedInstrument } from "./published.ts";

const SMALL = `instrument: small
sections:
  main:
    response: {options: {0: Never, 1: Sometimes, 2: Often, 9: {label: Refused, missing: true}}}
    items: {a: A, b: B, c: {text: C, reverse: true}}
  more:
    items:
      sex: {text: Sex, response: {options: {female: Female, male: Male}}}
      why: {text: Why, response: {type: multiple, options: {pay: Pay, load: Load}}}
scores:
  total:
    items: [a..c]
    method: sum
    missing: {allow: 1, fill: person_mean}
    bands: {low: [0, 2], middle: [2.1, 4], high: [4.1, 6]}
    cutoffs: {case: {at_least: 4}}
  average: {items: [a..c], method: mean}
  flag: {value: a > b}
  class: {cases: [{when: total >= 4, is: "yes"}, {otherwise: "no"}]}
  reasons: {value: count(why)}
  share: {level: group, value: mean(total)}
tests:
`;

function small(tests: string): CompiledInstrument {
  return compileInstrument(analyse(SMALL + tests).instrument);
}

/** Each test with what came of it, in a line. */
function outcomes(tests: string): string[] {
  return runInlineTests(small(tests)).map(({ id, passed, unusable, differences }) => {
    const wrong = differences.map(
      ({ name, property, actual }) => `${name}${property ? `.${property}` : ""} is ${printValue(actual) || "missing"}`,
    );
    return `${id}: ${passed ? "passed" : [...unusable, ...wrong].join("; ")}`;
  });
}

describe("tests of scoring in the file", () => {
  it("takes spans, lets a later pair win, and leaves what is not named blank", () => {
    assert.deepEqual(
      outcomes(`
  all: {answers: {a..c: 1}, expect: {total: 3, total.band: middle, total.case: false, average: 1, flag: false, class: "no"}}
  later: {answers: {a..c: 1, b: 2, c: missing}, expect: {total: 4.5, average: missing, flag: false, total.band: high}}
  refused: {answers: {a..c: 9}, expect: {total: missing, total.case: missing, class: missing}}
  several: {answers: {why: [pay, load]}, expect: {reasons: 2}}
  other way: {answers: {why: pay;load, a: 2, b: 1}, expect: {reasons: 2, flag: true}}
`),
      ["all: passed", "later: passed", "refused: passed", "several: passed", "other way: passed"],
    );
  });

  it("agrees within half a unit of the last decimal, ends included, and exactly on whole numbers", () => {
    // Answers 0, 0 and 1 reversed: (0 + 0 + 1) / 3 = 0.333...
    assert.deepEqual(
      outcomes(`
  one: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0.3}}
  two: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0.33}}
  three: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0.34}}
  whole: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0}}
  zeros: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0.0}}
  near: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0.3}, tolerance: 0.01}
  wide: {answers: {a: 0, b: 0, c: 1}, expect: {average: 0}, tolerance: 0.34}
  tie: {answers: {a: 1, b: 0, c: missing}, expect: {total: 1.45}}
  end: {answers: {a: 1, b: 0, c: missing}, expect: {total: 2.0}}
`),
      [
        "one: passed",
        "two: passed",
        "three: average is 0.333333333333",
        "whole: average is 0.333333333333",
        "zeros: average is 0.333333333333",
        "near: average is 0.333333333333",
        "wide: passed",
        "tie: total is 1.5",
        "end: total is 1.5",
      ],
    );
    const half = { kind: "number", value: analyseNumber("1.5") } as const;
    assert.equal(agrees({ kind: "number", value: analyseNumber("1.55"), text: "1.55" }, half), false);
    assert.equal(
      agrees({ kind: "number", value: analyseNumber("1.0"), text: "1.0" }, { kind: "number", value: analyseNumber("1.05") }),
      true,
    );
    assert.equal(
      agrees({ kind: "number", value: analyseNumber("1.0"), text: "1.0" }, { kind: "number", value: analyseNumber("0.95") }),
      true,
    );
    assert.equal(
      agrees({ kind: "number", value: analyseNumber("1.0"), text: "1.0" }, { kind: "number", value: analyseNumber("1.0501") }),
      false,
    );
  });

  it("says why a test cannot be run", () => {
    assert.deepEqual(
      outcomes(`
  code: {answers: {a: 7}, expect: {total: 1}}
  item: {answers: {x: 1}, expect: {total: missing}}
  score: {answers: {a: 1}, expect: {totl: 1, share: 2, a: 1, total.bnd: low}}
`),
      [
        'code: "7" is not an answer to "a": known are 0, 1, 2, 9; total is missing',
        'item: "x" is not an item or a span of items',
        'score: no score is named "totl"; "share" is a score of a group, and a test is about one person; "a" is an item, and only scores are expected; "total" has no "bnd"',
      ],
    );
  });

  it("finds the columns of expected scores exactly, then without regard to case", () => {
    const { instrument } = small("");
    assert.deepEqual(expectedColumn(instrument, "Total"), { name: "total" });
    assert.deepEqual(expectedColumn(instrument, "total.BAND"), { name: "total", property: "band" });
    assert.deepEqual(expectedColumn(instrument, "total.case"), { name: "total", property: "case" });
    assert.equal(expectedColumn(instrument, "share"), undefined);
    assert.equal(expectedColumn(instrument, "totals"), undefined);
  });
});

describe("what the tests exercise", () => {
  function uncovered(tests: string): string[] {
    const compiled = small(tests);
    const coverage = coverageCollector(compiled);
    for (const { answers, test } of runInlineTests(compiled))
      coverage.add(
        compiled.score(answers),
        test.expect.map(({ name }) => name),
      );
    return coverage
      .report()
      .flatMap(({ score, tested, targets }) =>
        tested ? targets.filter(({ covered }) => !covered).map(({ kind, name }) => `${score}: ${kind} ${name}`) : [`${score}: untested`],
      );
  }

  it("lists items, reversals, edges, missing counts and cases", () => {
    assert.deepEqual(uncovered(`  one: {answers: {a..c: 1}, expect: {total: 3}}\n`), [
      "total: reversal c",
      "total: band edge low 0",
      "total: band edge low 2",
      "total: band edge middle 4",
      "total: band edge high 6",
      "total: cut-off case 4",
      "total: missing count 1",
      "total: missing count 2",
      "average: untested",
      "flag: untested",
      "class: untested",
      "reasons: untested",
    ]);
  });

  it("counts a score that another one reads, and asks for no edge that cannot be reached", () => {
    const tests = `  one: {answers: {a..c: 2}, expect: {class: "yes"}}\n  two: {answers: {a..b: 0}, expect: {class: "no"}}\n`;
    assert.deepEqual(
      uncovered(tests).filter((line) => /^(total|class)/.test(line)),
      ["total: band edge low 2", "total: band edge high 6", "total: missing count 2"],
    );
  });
});

describe("mutants", () => {
  /** The checks of the inline tests. */
  function checks(compiled: CompiledInstrument): Check[] {
    return runInlineTests(compiled).map(({ answers, test }) => ({
      answers,
      expected: test.expect.map(({ name, property, value }) => ({
        name,
        property,
        agrees: (actual) => agrees(value, actual, test.tolerance),
      })),
    }));
  }

  it("survive where no test looks, each with answers that show the change", () => {
    const compiled = small(`
  all: {answers: {a..c: 1}, expect: {total: 3, total.band: middle, average: 1}}
  top: {answers: {a..b: 2, c: 0}, expect: {total: 6, total.band: high, total.case: true}}
`);
    const report = mutate(compiled, checks(compiled));
    const survivors = report.survivors.map(({ mutant }) => mutant.change);
    // With all at the top, and again in the middle, these make no difference.
    assert.ok(survivors.includes('"low" began at 0.5 instead of 0 in "total"'));
    assert.ok(survivors.includes('at_least became above in "total.case"'));
    assert.ok(survivors.includes('1 answered entries became enough instead of 2 in "total"'));
    assert.ok(survivors.includes('> became >= in "flag"'));
    assert.ok(survivors.includes('"b" was dropped from "average"'));
    // These are noticed.
    for (const change of ['"c" is no longer reversed in "total"', '"a" was dropped from "total"', 'sum became mean in "total"'])
      assert.ok(!survivors.includes(change), change);
    for (const { mutant, answers } of report.survivors) {
      const mutated = compileInstrument(mutant.instrument);
      const [one, other] = [compiled, mutated].map((version) => version.score((id) => answers.get(id)));
      const different = mutant.scores.some((id) => {
        const [a, b] = [one?.result(id), other?.result(id)];
        return (
          a !== undefined &&
          b !== undefined &&
          (printValue(a.value) !== printValue(b.value) ||
            [...a.properties].some(([name, value]) => printValue(value) !== printValue(b.properties.get(name) ?? { kind: "missing" })))
        );
      });
      assert.ok(different, mutant.change);
    }
  });

  it("do not count where they change nothing", () => {
    const compiled = compileInstrument(
      analyse(`instrument: small
sections:
  main:
    response: {from: 0, to: 3}
    items: {a: A, b: B}
scores:
  total: {items: [a, b], method: sum, round: {to: 1, mode: half_up}}
  late: {cases: [{when: total < 7, is: low}, {otherwise: high}]}
`).instrument,
    );
    const { survivors, equivalent, undecided } = mutate(compiled, []);
    // Rounding whole numbers, its mode, and a condition that every total meets either way.
    for (const change of ["rounding was lost", "half_up became half_even", "< became <="])
      assert.ok(!survivors.some(({ mutant }) => mutant.change.includes(change)), change);
    assert.equal(equivalent, 4);
    assert.deepEqual(undecided, []);
  });

  it("change nothing where that is proved: a method under a rescaling, an edge between two values, a mode without ties", () => {
    const { killed, undecided } = mutate(compileInstrument(publishedInstrument("soses6")), []);
    // Rescaled from the range of complete answers, the sum and the mean of six items are the same, which no number of tries can show.
    assert.deepEqual([killed, undecided], [0, []]);
    const compiled = compileInstrument(
      analyse(`
instrument: small
responses: {often: {from: 0, to: 4}}
sections:
  s:
    response: often
    items: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I}
scores:
  third: {items: [a..i], method: sum, transform: [{divide: 3}], round: {to: 1, mode: half_up}, bands: {low: [0, 5.2], high: [5.8, 12]}}
  gaps: {items: [a..i], method: sum, transform: [{multiply: 10}], cutoffs: {much: {at_least: 45}}}
`).instrument,
    );
    const report = mutate(compiled, []);
    assert.deepEqual(report.undecided, []);
    const shown = report.survivors.map(({ mutant }) => mutant.change);
    assert.ok(!shown.includes('half_up became half_even in "third"'));
    assert.ok(!shown.includes('at_least became above in "gaps.much"'));
    assert.ok(shown.includes('rounding was lost in "third"'));
  });
});

function analyseNumber(text: string): Exact {
  const value = parseExact(text);
  assert.ok(value);
  return value;
}
