import assert from "node:assert/strict";
import { countRatings, NOTHING } from "../../server/delphi/countRatings.ts";
import { decideStudy } from "../../server/delphi/decideStudy.ts";
import { passageAfter } from "../../server/delphi/ledger.ts";
import { measure, type Sample } from "../../server/delphi/measure.ts";
import { readRatings } from "../../server/delphi/readRatings.ts";
import { chiSquare } from "../../server/delphi/stability/chiSquare.ts";
import { kappa } from "../../server/delphi/stability/kappa.ts";
import { mcnemar } from "../../server/delphi/stability/mcnemar.ts";
import { wilcoxon } from "../../server/delphi/stability/wilcoxon.ts";
import { measureStability, pairsOf } from "../../server/delphi/stability.ts";
import { mean, median, modes, QUARTILES, quantileRange, variance } from "../../server/delphi/statistics.ts";
import { countAt } from "../../server/delphi/tally.ts";
import type { Delphi, Measured, StabilityMeasure } from "../../server/model/delphi.ts";
import { type Exact, exact, parseExact } from "../../server/number/exact.ts";
import { printExact } from "../../server/number/print.ts";
import { agrees, HEAD, rowsOf, studyOf, tableOf } from "./tables.ts";

const IDS = ["D1", "D2", "D3", "D4", "R1", "R2", "O1", "O2", "N1"];

function study(consensus: string, rest = ""): Delphi {
  const items = IDS.map((id) => (id === "N1" ? "n1: {text: N1, introduced: 3}" : `${id.toLowerCase()}: ${id}`));
  return studyOf(`${HEAD}panel: {groups: {experts: {affected: true}}}
responses: {agree5: {from: 1, to: 5, bands: {low: [1, 2], middle: [3, 3], high: [4, 5]}, unable: {code: UR}}}
statements: {all: {response: agree5, items: {${items.join(", ")}}}}
rounds: {1: {mode: mixed}, 2: {mode: rating, ask: all}, 3: {mode: rating, ask: undecided, add: suggested}}
consensus: {scope: pooled, ${consensus}, otherwise: carry}
${rest}`);
}

const rule = (threshold: string, denominator: string) =>
  `denominator: ${denominator}, include: {percent_in: high, at_least: ${threshold}}, exclude: {percent_in: low, at_least: ${threshold}}`;

function ratingsOf(of: Delphi) {
  const read = readRatings(of, tableOf("likert_rounds_long.csv"));
  assert.ok(!("wrong" in read));
  assert.deepEqual(read.findings, []);
  return read.ratings;
}

function countsOf(of: Delphi) {
  const ratings = ratingsOf(of);
  return new Map([...ratings.rounds.keys()].map((round) => [round, countRatings(of, ratings, round)]));
}

const printed = (value: Exact | undefined) => (value ? printExact(value) : "");

describe("delphi: three rounds of twelve panellists", () => {
  describe("statistics of each statement", () => {
    const of = study(rule("70", "rated"));
    const counts = countsOf(of);
    for (const expected of rowsOf("likert_expected_consensus.csv")) {
      it(`round ${expected.round}, ${expected.item}`, () => {
        const found = counts.get(Number(expected.round))?.statements.get(expected.item?.toLowerCase() ?? "");
        assert.ok(found);
        const { scale, pooled: tally } = found;
        const sample: Sample = { scale, tally, denominator: tally.rated, across: () => NOTHING };
        const says = (criterion: Measured) => measure(criterion, sample);
        const atLeast = (at: string) => ({ word: "at_least", at: parseExact(at) ?? exact(0) }) as const;
        const atMost = (at: string) => ({ word: "at_most", at: parseExact(at) ?? exact(0) }) as const;
        const number = (criterion: Measured) => {
          const { measured } = says(criterion);
          return measured?.kind === "number" ? printExact(measured.value) : measured?.kind === "share" ? String(measured.k) : "";
        };
        const high = says({ kind: "percent_in", of: { band: "high" }, compare: atLeast("70") });
        const share = (k: number) => String((100 * k) / tally.rated);
        const highs = countAt(tally, [3, 4]);
        const lows = countAt(tally, [0, 1]);
        const spread = (type: "type6" | "type7") =>
          says({ kind: "median", compare: atLeast("4") }).holds && says({ kind: "iqr", quantile: type, compare: atMost("1") }).holds;
        const cv = Number(number({ kind: "cv", compare: atMost("0.5") }));
        const columns: Record<string, string> = {
          round: expected.round ?? "",
          item: expected.item ?? "",
          n_rated: String(tally.rated),
          n_unable: String(tally.counts[5] ?? 0),
          n_not_returned: String(tally.invited - tally.returned),
          n_top_4_5: String(highs),
          pct_top_4_5: share(highs),
          n_bottom_1_2: String(lows),
          pct_bottom_1_2: share(lows),
          median: printed(median(scale, tally)),
          iqr_t2: printed(quantileRange(scale, tally, QUARTILES, "type2")),
          iqr_t6: printed(quantileRange(scale, tally, QUARTILES, "type6")),
          iqr_t7: printed(quantileRange(scale, tally, QUARTILES, "type7")),
          mean: printed(mean(scale, tally)),
          sd_n_minus_1: number({ kind: "sd", compare: atMost("1") }),
          cv: String(cv),
          n_within_1_of_median: number({ kind: "percent_within", of: "median", distance: exact(1), compare: atLeast("80") }),
          n_mode: String(tally.counts[modes(tally, scale)[0] ?? 0]),
          pct70: String(high.holds),
          pct75: String(says({ kind: "percent_in", of: { codes: ["4", "5"] }, compare: atLeast("75") }).holds),
          pct80: String(says({ kind: "percent_in", of: { band: "high" }, compare: atLeast("80") }).holds),
          median_ge4_and_iqr7_le1: String(spread("type7")),
          median_ge4_and_iqr6_le1: String(spread("type6")),
          // English and Kernan's bands of the coefficient of variation.
          cv_band: cv <= 0.5 ? "good" : cv <= 0.8 ? "less" : "poor",
        };
        for (const [column, cell] of Object.entries(expected))
          assert.ok(agrees(columns[column], cell), `${column}: ${columns[column]} instead of ${cell}`);
        assert.equal(Math.sign(Number(columns.sd_n_minus_1)), Math.sign(Math.sqrt(variance(scale, tally)?.valueOf() ?? 0)));
      });
    }
  });

  describe("stability of each statement", () => {
    const of = study(rule("70", "rated"));
    const ratings = ratingsOf(of);
    for (const expected of rowsOf("likert_expected_stability.csv")) {
      it(`rounds ${expected.rounds}, ${expected.item}`, () => {
        const [from = 0, to = 0] = (expected.rounds ?? "").split("-").map(Number);
        const pairs = pairsOf(of, ratings, expected.item?.toLowerCase() ?? "", [from, to]);
        assert.ok(pairs);
        const { before, after } = pairs;
        const outcome = (kind: StabilityMeasure) => measureStability({ measure: kind }, pairs, [3, 4]);
        const share = (kind: StabilityMeasure) => {
          const { value } = outcome(kind);
          return value.kind === "share" ? value : { k: exact(0), n: 0 };
        };
        const [changed, net] = [share("percent_changed"), share("net_change")];
        const signed = wilcoxon(before.map((place, i) => (after[i] ?? place) - place));
        const inside = (place: number | undefined) => place === 3 || place === 4;
        const yes = mcnemar(
          before.filter((place, i) => !inside(place) && inside(after[i])).length,
          before.filter((place, i) => inside(place) && !inside(after[i])).length,
        );
        const agreement = kappa(before, after);
        const square = chiSquare(before, after);
        const variation = outcome("cv_difference");
        const columns: Record<string, string> = {
          rounds: expected.rounds ?? "",
          item: expected.item ?? "",
          n_paired: String(before.length),
          n_changed: printExact(changed.k),
          pct_changed: printExact(changed.k.mul(100).div(changed.n)),
          individual_lt15: String(outcome("percent_changed").stable),
          scheibe_units_half_sum: printExact(net.k),
          scheibe_pct: printExact(net.k.mul(100).div(net.n)),
          scheibe_lt15: String(outcome("net_change").stable),
          wilcoxon_n_nonzero: String(signed.changed),
          wilcoxon_Wplus: signed.changed === 0 ? "" : String(signed.ranksUp),
          wilcoxon_p_exact: signed.p === undefined ? "" : String(signed.p),
          wilcoxon_p_normal_cc: signed.pNormal === undefined ? "" : String(signed.pNormal),
          mcnemar_up: String(yes.up),
          mcnemar_down: String(yes.down),
          mcnemar_p_exact: yes.p === undefined ? "" : String(yes.p),
          kappa_unweighted: printed(agreement.unweighted),
          kappa_linear: printed(agreement.linear),
          kappa_quadratic: printed(agreement.quadratic),
          chi2_individual: square.degrees === 0 ? "" : printed(square.statistic),
          chi2_df: String(square.degrees),
          chi2_min_expected: printed(square.smallestExpected),
          cv_decrease: variation.value.kind === "cv_difference" ? printed(variation.value.difference) : "",
          "cv_change_lt_0.2": String(variation.stable),
        };
        for (const [column, cell] of Object.entries(expected)) {
          assert.ok(agrees(columns[column], cell), `${column}: ${columns[column]} instead of ${cell}`);
        }
      });
    }
  });

  describe("decisions", () => {
    const rows = rowsOf("protocol_expected.csv");
    for (const threshold of ["70", "75", "80"])
      for (const denominator of ["rated", "returned", "invited"])
        it(`at ${threshold}% of those ${denominator}`, () => {
          const of = study(rule(threshold, denominator));
          const decided = decideStudy(of, countsOf(of));
          const wanted = rows.filter((row) => row.threshold === threshold && row.denominator === denominator);
          const found = wanted.map((row) => {
            const outcome = decided.find(({ round }) => String(round) === row.round)?.statements.get(row.item?.toLowerCase() ?? "");
            const measured = outcome?.criteria.map((one) => (one.measured?.kind === "share" ? one.measured : { k: -1, n: -1 }));
            return [
              row.item,
              String(measured?.[0]?.n),
              String(measured?.[0]?.k),
              String(measured?.[1]?.k),
              outcome?.decision === "undecided" ? "carry" : outcome?.decision,
            ];
          });
          assert.deepEqual(
            found,
            wanted.map((row) => [row.item, row.n_denominator, row.n_4_5, row.n_1_2, row.decision]),
          );
          assert.deepEqual(
            decided.map(({ statements }) => statements.size),
            [8, 8, 4],
          );
        });
  });

  it("balances what comes in and what goes out", () => {
    const of = study(rule("70", "rated"), "decide_after: [2, 3]\n");
    const counts = countsOf(of);
    const decided = new Map(decideStudy(of, counts).map((round) => [round.round, round]));
    const flow = rowsOf("item_flow.csv").filter(({ source }) => source === "test data");
    for (const [i, round] of [1, 2].entries()) {
      const passage = passageAfter(of, counts, round, (id) => decided.get(round)?.statements.get(id)?.decision);
      const row = flow[i];
      assert.deepEqual([passage?.in, passage?.added, passage?.accepted, passage?.rejected, passage?.carried].map(String), [
        row?.in,
        row?.added,
        row?.accepted,
        row?.rejected,
        row?.flagged_or_carried,
      ]);
    }
    assert.deepEqual(decided.get(2)?.ledger, { in: 8, added: 0, merged: 0, accepted: 4, rejected: 1, carried: 3 });
    assert.deepEqual(decided.get(3)?.ledger, { in: 3, added: 1, merged: 0, accepted: 2, rejected: 0, carried: 2 });
  });
});
