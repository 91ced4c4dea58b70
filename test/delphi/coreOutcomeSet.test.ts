import assert from "node:assert/strict";
import { decideStudy } from "../../server/delphi/decideStudy.ts";
import { neededRatings } from "../../server/delphi/neededRatings.ts";
import { readCounts } from "../../server/delphi/readCounts.ts";
import { parseExact } from "../../server/number/exact.ts";
import { agrees, HEAD, rowsOf, studyOf } from "./tables.ts";

const rows = rowsOf("cos_group_counts.csv");
const items = [...new Set(rows.map((row) => row.item ?? ""))];

/** The words of the vectors: without consensus a statement is carried, which after the last round is undecided. */
const WORDS: Record<string, string> = { include: "in", exclude: "out", undecided: "no_consensus", undecidable: "undecidable" };

const high = (word: string, at: number) => `{percent_in: critical, ${word}: ${at}}`;
const low = (word: string, at: number) => `{percent_in: low, ${word}: ${at}}`;
const mirrored = (many: number, word: string) => ({
  include: `{all: [${high("at_least", many)}, ${low(word, 15)}]}`,
  exclude: `{all: [${low("at_least", many)}, ${high(word, 15)}]}`,
});

const RULES: Record<string, { include: string; exclude: string; scope?: string; denominator?: string }> = {
  each_70_15_le: mirrored(70, "at_most"),
  each_70_15_lt: mirrored(70, "below"),
  pooled_70_15_le: { ...mirrored(70, "at_most"), scope: "pooled" },
  pooled_70_15_lt: { ...mirrored(70, "below"), scope: "pooled" },
  each_70_15_le_denominator_all: { ...mirrored(70, "at_most"), denominator: "returned" },
  each_in70_15le_out_high_le50: { include: mirrored(70, "at_most").include, exclude: high("at_most", 50) },
  each_in70_15lt_out_high_le50: { include: mirrored(70, "below").include, exclude: high("at_most", 50) },
  each_80_15_le: mirrored(80, "at_most"),
  each_50_15_lt_round1_variant: mirrored(50, "below"),
};

describe("delphi: rules of core outcome sets", () => {
  const table = {
    header: ["statement", "group", "code", "n"],
    rows: rows.flatMap((row) =>
      [
        ["2", row.n_1_3],
        ["5", row.n_4_6],
        ["8", row.n_7_9],
        ["UR", row.n_unable],
      ].map(([code, n]) => [row.item ?? "", row.group ?? "", code ?? "", n ?? ""]),
    ),
  };
  for (const [name, rule] of Object.entries(RULES)) {
    it(name, () => {
      const study = studyOf(`${HEAD}panel: {groups: {patients: {affected: true}, professionals: {}, researchers: {}}}
responses: {importance9: {from: 1, to: 9, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR}}}
statements: {all: {response: importance9, items: {${items.map((item) => `${item.toLowerCase()}: ${item}`).join(", ")}}}}
rounds: {1: {mode: rating}}
consensus: {scope: ${rule.scope ?? "each_group"}, denominator: ${rule.denominator ?? "rated"}, include: ${rule.include}, exclude: ${rule.exclude}, otherwise: carry}
`);
      const read = readCounts(study, table);
      assert.ok(!("wrong" in read));
      assert.deepEqual(read.findings, []);
      const [round] = decideStudy(study, read.counts);
      const found = items.map((item) => [item, WORDS[round?.statements.get(item.toLowerCase())?.decision ?? ""]]);
      assert.deepEqual(
        found,
        rowsOf("cos_expected.csv").map((row) => [row.item, row[name]]),
      );
    });
  }
  it("are all of the vectors", () => {
    const [row] = rowsOf("cos_expected.csv");
    assert.deepEqual(Object.keys(row ?? {}), ["item", ...Object.keys(RULES)]);
  });

  it("count the ratings that reach a threshold", () => {
    for (const row of rowsOf("threshold_counts.csv")) {
      const at = row.threshold_percent === "66 2/3" ? parseExact("200")?.div(3) : parseExact(row.threshold_percent ?? "");
      assert.ok(at);
      const least = neededRatings(Number(row.n_rated), { word: "at_least", at })?.least;
      assert.equal(String(least), row.min_count_to_reach, `${row.threshold_percent} of ${row.n_rated}`);
      assert.ok(agrees(String((100 * (least ?? 0)) / Number(row.n_rated)), row.percent_at_that_count ?? ""));
    }
  });
});
