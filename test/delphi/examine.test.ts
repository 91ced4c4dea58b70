import assert from "node:assert/strict";
import fc from "fast-check";
import { shareIsSo } from "../../server/delphi/compared.ts";
import { conjunctions } from "../../server/delphi/conjunctions.ts";
import { consensusRule } from "../../server/delphi/consensusRule.ts";
import { NOTHING } from "../../server/delphi/countRatings.ts";
import { findOverlap, isUnreachable } from "../../server/delphi/examineRule.ts";
import { feasible } from "../../server/delphi/feasible.ts";
import { holds } from "../../server/delphi/holds.ts";
import { isMet } from "../../server/delphi/measure.ts";
import { isAttained, neededRatings } from "../../server/delphi/neededRatings.ts";
import { type RatingScale, ratingScale } from "../../server/delphi/ratingScale.ts";
import { ratingsNeeded } from "../../server/delphi/ratingsNeeded.ts";
import { ruleInWords } from "../../server/delphi/ruleInWords.ts";
import { tallyOf } from "../../server/delphi/tally.ts";
import { COMPARISON_WORDS, type Criterion, type Delphi, type Measured } from "../../server/model/delphi.ts";
import { exact } from "../../server/number/exact.ts";
import { HEAD, studyOf } from "./tables.ts";

const five = study("{from: 1, to: 5, bands: {low: [1, 2], middle: [3, 3], high: [4, 5]}}", "include: {percent_in: high, at_least: 70}");

function study(response: string, consensus: string, groups = "{a: {affected: true, target: 20, minimum: 10}}"): Delphi {
  return studyOf(
    `${HEAD}panel: {groups: ${groups}}
responses: {r: ${response}}
statements: {all: {response: r, items: {s1: One}}}
consensus: {${consensus}, otherwise: carry}
`,
    ["include-exclude-overlap", "rule-unreachable"],
  );
}

function scaleOf(of: Delphi): RatingScale {
  const response = of.responses.get("r");
  const scale = response && ratingScale(response);
  assert.ok(scale);
  return scale;
}

function ruleOf(of: Delphi) {
  assert.ok(of.consensus);
  return consensusRule(of, of.consensus, scaleOf(of));
}

const comparison = (most: number) =>
  fc.record({ word: fc.constantFrom(...COMPARISON_WORDS), at: fc.integer({ min: 0, max: most }).map((at) => exact(at)) });
const measured: fc.Arbitrary<Measured> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("percent_in" as const),
      of: fc.constantFrom({ band: "low" }, { band: "middle" }, { band: "high" }, { codes: ["3", "4"] }),
      compare: comparison(100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("median" as const, "mean" as const), compare: comparison(6) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("sd" as const, "cv" as const), compare: comparison(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("iqr" as const),
      quantile: fc.constantFrom("type2" as const, "type6" as const, "type7" as const),
      compare: comparison(4),
    }),
  },
);
const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    measured,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      criteria: fc.array(tie("criterion"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), criterion: tie("criterion") }),
  ),
}));

/** Every way in which n people can rate five points. */
function* distributions(n: number, points = 5): Iterable<readonly number[]> {
  if (points === 1) yield [n];
  else for (let first = 0; first <= n; first++) for (const rest of distributions(n - first, points - 1)) yield [first, ...rest];
}

describe("delphi: a rule is examined before it is used", () => {
  it("what is called impossible never happens, and every example does", () => {
    const scale = scaleOf(five);
    const satisfied = (rule: Criterion, counts: readonly number[], n: number) => {
      const sample = { scale, tally: tallyOf(scale, counts, { invited: n, returned: n }), denominator: n, across: () => NOTHING };
      return holds(rule, (one) => isMet(one, sample));
    };
    fc.assert(
      fc.property(criterion, fc.integer({ min: 1, max: 6 }), (rule, n) => {
        const ways = conjunctions(rule);
        if (!ways) return;
        const found = ways.map((way) => feasible(way, n, scale, "rated"));
        if (found.every((one) => one === "impossible"))
          for (const counts of distributions(n)) assert.notEqual(satisfied(rule, counts, n), true);
        for (const one of found) if (typeof one === "object") assert.equal(satisfied(rule, one.counts, n), true);
      }),
      { numRuns: 400 },
    );
  });

  it("rules of percentages in bands are decided, never left unknown", () => {
    const scale = scaleOf(five);
    const inBand = fc.record({
      kind: fc.constant("percent_in" as const),
      of: fc.constantFrom({ band: "low" }, { band: "middle" }, { band: "high" }),
      compare: comparison(100),
    });
    fc.assert(
      fc.property(fc.array(inBand, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 7 }), (criteria, n) => {
        const rule: Criterion = { kind: "all", criteria };
        const [way = []] = conjunctions(rule) ?? [];
        const found = feasible(way, n, scale, "rated");
        assert.notEqual(found, "unknown");
        const happens = [...distributions(n)].some((counts) =>
          holds(rule, (one) =>
            isMet(one, { scale, tally: tallyOf(scale, counts, { invited: n, returned: n }), denominator: n, across: () => NOTHING }),
          ),
        );
        assert.equal(found !== "impossible", happens);
      }),
    );
  });

  it("the counts that a percentage asks for are those that satisfy it", () => {
    fc.assert(
      fc.property(comparison(120), fc.integer({ min: 1, max: 60 }), (compare, n) => {
        const fitting = Array.from({ length: n + 1 }, (_, k) => k).filter((k) => shareIsSo(k, n, compare));
        const found = neededRatings(n, compare);
        assert.deepEqual(found && [found.least, found.most], fitting.length === 0 ? undefined : [fitting[0], fitting.at(-1)]);
        assert.equal(
          isAttained(n, compare),
          Array.from({ length: n + 1 }, (_, k) => k).find((k) => shareIsSo(k, n, { ...compare, word: "equals" })),
        );
      }),
    );
  });

  it("finds overlaps where they are: half and half, never 70 and 15", () => {
    const nine = "{from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}}";
    const overlapOf = (include: string, exclude: string, more = "", groups?: string) => {
      const of = study(nine, `include: ${include}, exclude: ${exclude}${more}`, groups);
      return findOverlap(of, ruleOf(of), scaleOf(of));
    };
    const halves = overlapOf("{percent_in: high, at_least: 50}", "{percent_in: low, at_least: 50}");
    assert.deepEqual(halves?.example, { n: 10, counts: [0, 0, 5, 0, 0, 0, 0, 0, 5] });
    assert.ok(overlapOf("{percent_in: high, at_least: 70}", "{percent_in: low, at_least: 25}"));
    assert.deepEqual(overlapOf("{median: {at_least: 7}}", "{iqr: {at_least: 4, quantile: type7}}")?.example.n, 10);
    assert.equal(overlapOf("{all: [{median: {at_least: 7}}, {iqr: {at_most: 2, quantile: type7}}]}", "{median: {at_most: 3}}"), undefined);
    const usual = [
      "{all: [{percent_in: high, at_least: 70}, {percent_in: low, below: 15}]}",
      "{all: [{percent_in: low, at_least: 70}, {percent_in: high, below: 15}]}",
    ] as const;
    for (const scope of ["each_group", "pooled"])
      assert.equal(overlapOf(...usual, `, scope: ${scope}`, "{a: {affected: true, target: 40, minimum: 5}, b: {target: 9}}"), undefined);
    assert.equal(
      overlapOf(...usual, ", scope: any_group", "{a: {affected: true, target: 40, minimum: 5}, b: {target: 9}}")?.other?.scope,
      "a",
    );
  });

  it("finds a side that nothing satisfies", () => {
    const of = (include: string, groups?: string) => {
      const made = study("{from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}}", `include: ${include}`, groups);
      return isUnreachable(made, ruleOf(made), scaleOf(made), "include");
    };
    assert.equal(of("{all: [{percent_in: high, at_least: 70}, {percent_in: low, at_least: 40}]}"), true);
    assert.equal(of("{percent_in: high, at_least: 70}"), false);
    assert.equal(of("{percent_in: high, above: 100}"), true);
    assert.equal(of("{median: {at_least: 10}}"), true);
    assert.equal(of("{all: [{median: {at_least: 7}}, {not: {median: {above: 6}}}]}"), true);
    // A third is no whole number of raters but at multiples of three.
    assert.equal(of("{percent_in: high, equals: 50}", "{a: {affected: true, target: 9, minimum: 9}}"), true);
    assert.equal(of("{percent_in: high, equals: 50}", "{a: {affected: true, target: 10, minimum: 9}}"), false);
  });

  it("says the rule in a sentence, a preset as what it stands for", () => {
    const nine = "{from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}}";
    const words = (consensus: string) => {
      const of = study(nine, consensus);
      return ruleInWords(ruleOf(of), scaleOf(of));
    };
    assert.equal(
      words("preset: comet_70_15, scope: each_group, minimum_rated: 8"),
      "A statement is included where, in every group, at least 70% of those who rated it chose high (7 to 9) and fewer than 15% of those who rated it chose low (1 to 3). " +
        "It is excluded where, in every group, at least 70% of those who rated it chose low (1 to 3) and fewer than 15% of those who rated it chose high (7 to 9). " +
        "Otherwise it is carried into the next round. With fewer than 8 ratings in a group nothing is decided.",
    );
    assert.equal(
      words("preset: rand_ucla, disagreement: ipras, quantile: type7, scope: pooled"),
      "A statement is included where, among all panellists together, the median is at least 6.5 and the panel does not disagree by IPRAS (quantiles of type 7). " +
        "It is excluded where, among all panellists together, the median is at most 3 and the panel does not disagree by IPRAS (quantiles of type 7). " +
        "Otherwise it is carried into the next round.",
    );
  });

  it("gives the ratings needed for each number of raters", () => {
    const of = study("{from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}}", "preset: comet_70_15");
    const [table] = ratingsNeeded(of, ruleOf(of));
    assert.deepEqual(table?.rows[0], {
      n: 10,
      needed: [
        { least: 7, most: 10 },
        { least: 0, most: 1 },
        { least: 7, most: 10 },
        { least: 0, most: 1 },
      ],
    });
    assert.equal(table?.rows.length, 11);
  });
});
