import assert from "node:assert/strict";
import { consensusRule } from "../../server/delphi/consensusRule.ts";
import { NOTHING } from "../../server/delphi/countRatings.ts";
import { decideStatement } from "../../server/delphi/decideStatement.ts";
import {
  agreesByTable,
  disagrees,
  HIGH_REGION,
  iprasOf,
  LOW_REGION,
  oneThirdThreshold,
  outsideMedianRegion,
  tableThreshold,
} from "../../server/delphi/randUcla.ts";
import { codeReader, type RatingScale, ratingScale } from "../../server/delphi/ratingScale.ts";
import { median } from "../../server/delphi/statistics.ts";
import { countAt, type Tally, tallyOf } from "../../server/delphi/tally.ts";
import type { Consensus, QuantileType } from "../../server/model/delphi.ts";
import { printExact } from "../../server/number/print.ts";
import { agrees, HEAD, rowsOf, studyOf } from "./tables.ts";

const study = studyOf(`${HEAD}panel: {groups: {experts: {affected: true}}}
responses: {use9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], high: [7, 9]}, unable: {code: UR}}}
statements: {all: {response: use9, items: {a01: One}}}
`);
const response = study.responses.get("use9");
const scale = response && ratingScale(response);

/** Counts of ratings as they stand in a row. */
function tallyOfRatings(on: RatingScale, ratings: readonly string[]): Tally {
  const counts = Array.from({ length: on.points.length + on.unable.length }, () => 0);
  const read = codeReader(on);
  for (const rating of ratings) {
    const place = read(rating);
    assert.ok(place !== undefined, rating);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return tallyOf(on, counts, { invited: ratings.length, returned: ratings.length });
}

function categoryBy(tally: Tally, on: RatingScale, more: Partial<Consensus>): string | undefined {
  const rule = consensusRule(study, { preset: "rand_ucla", otherwise: "carry", scope: "pooled", ...more }, on);
  return decideStatement(rule, { scale: on, groups: new Map(), pooled: tally }, () => NOTHING, true).category;
}

describe("delphi: the RAND/UCLA appropriateness method", () => {
  const ratings = rowsOf("uam_ratings.csv");
  for (const [i, expected] of rowsOf("uam_expected.csv").entries()) {
    it(`${expected.item}: median, regions, disagreement and category`, () => {
      assert.ok(scale);
      const row = ratings[i];
      assert.equal(row?.item, expected.item);
      const tally = tallyOfRatings(
        scale,
        Object.entries(row ?? {})
          .filter(([name, cell]) => /^p\d/.test(name) && cell !== "")
          .map(([, cell]) => cell),
      );
      const found: Record<string, string> = {
        item: row?.item ?? "",
        n: String(tally.rated),
        median: printed(median(scale, tally)),
        n_1_3: String(countAt(tally, LOW_REGION)),
        n_4_6: String(countAt(tally, [3, 4, 5])),
        n_7_9: String(countAt(tally, HIGH_REGION)),
        k_extreme: String(tableThreshold(tally.rated)),
        disagree_classic: String(disagrees(scale, tally, "table", undefined)),
        disagree_one_third: String(disagrees(scale, tally, "one_third", undefined)),
        n_outside_median_region: String(outsideMedianRegion(scale, tally)),
        agree_classic: String(agreesByTable(scale, tally)),
        cat_upper_classic: categoryBy(tally, scale, { disagreement: "table", medianBoundary: "upper" }) ?? "",
        cat_strict_classic: categoryBy(tally, scale, { disagreement: "table", medianBoundary: "strict" }) ?? "",
        cat_upper_ipras7: categoryBy(tally, scale, { disagreement: "ipras", quantile: "type7", medianBoundary: "upper" }) ?? "",
        cat_strict_ipras7: categoryBy(tally, scale, { disagreement: "ipras", quantile: "type7", medianBoundary: "strict" }) ?? "",
      };
      for (const [suffix, type] of [
        ["t2", "type2"],
        ["t6", "type6"],
        ["t7", "type7"],
      ] as const)
        Object.assign(found, ipras(scale, tally, suffix, type));
      for (const [column, cell] of Object.entries(expected))
        assert.ok(agrees(found[column], cell), `${column}: ${found[column]} instead of ${cell}`);
      assert.equal(Object.keys(found).length, Object.keys(expected).length);
    });
  }

  it("draws the table of panel sizes by its closed form", () => {
    for (const row of rowsOf("uam_panel_size_table.csv")) {
      const n = Number(row.n);
      assert.deepEqual(
        [tableThreshold(n), tableThreshold(n) - 1, oneThirdThreshold(n)].map(String),
        [row.disagree_each_extreme_at_least, row.agree_outside_at_most, row.one_third_rule_at_least],
        `n ${n}`,
      );
    }
  });

  it("is exact at ties: 1 1 1 5 5 6 6 6 6 is no disagreement by type 7", () => {
    assert.ok(scale);
    const tally = tallyOfRatings(scale, "1 1 1 5 5 6 6 6 6".split(" "));
    assert.equal(printed(iprasOf(scale, tally, "type7")?.index), "1");
    assert.equal(disagrees(scale, tally, "ipras", "type7"), false);
    assert.equal(disagrees(scale, tally, "ipras", "type2"), true);
  });
});

function ipras(on: RatingScale, tally: Tally, suffix: string, type: QuantileType): Record<string, string> {
  const found = iprasOf(on, tally, type);
  return {
    [`p30_${suffix}`]: printed(found?.p30),
    [`p70_${suffix}`]: printed(found?.p70),
    [`ipr_${suffix}`]: printed(found?.ipr),
    [`iprcp_${suffix}`]: printed(found?.centre),
    [`ai_${suffix}`]: printed(found?.asymmetry),
    [`ipras_${suffix}`]: printed(found?.ipras),
    [`di_${suffix}`]: printed(found?.index),
    [`disagree_ipras_${suffix}`]: String(disagrees(on, tally, "ipras", type)),
  };
}

const printed = (value: Parameters<typeof printExact>[0] | undefined) => (value ? printExact(value) : "");
