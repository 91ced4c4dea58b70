import assert from "node:assert/strict";
import { majorityOf } from "../../server/delphi/apmo.ts";
import { decideStudy } from "../../server/delphi/decideStudy.ts";
import { readCounts } from "../../server/delphi/readCounts.ts";
import { printExact } from "../../server/number/print.ts";
import { agrees, HEAD, rowsOf, studyOf } from "./tables.ts";

describe("delphi: the average percent of majority opinions", () => {
  const rows = rowsOf("apmo.csv");
  const statements = rows.filter(({ statement }) => statement !== "APMO");
  const study = studyOf(`${HEAD}panel: {groups: {experts: {affected: true}}}
responses: {agree3: {options: {1: Disagree, 2: Neutral, 3: Agree}}}
statements: {all: {response: agree3, items: {${statements.map(({ statement }) => `${statement?.toLowerCase()}: ${statement}`).join(", ")}}}}
rounds: {1: {mode: rating}}
consensus: {scope: pooled, include: {apmo: {at_least: 0}}, otherwise: carry}
`);
  const read = readCounts(study, {
    header: ["statement", "code", "n"],
    rows: statements.flatMap((row) => [
      [row.statement ?? "", "1", row.disagree ?? ""],
      [row.statement ?? "", "2", row.neutral ?? ""],
      [row.statement ?? "", "3", row.agree ?? ""],
    ]),
  });

  it("is a level that the data set", () => {
    assert.ok(!("wrong" in read));
    const counts = read.counts.get(1);
    const level = rows.find(({ statement }) => statement === "APMO");
    const apmo = counts?.across("pooled").apmo();
    assert.ok(agrees(apmo && printExact(apmo), level?.pct_agree ?? ""));
    const majorities = [...(counts?.statements.values() ?? [])].map(({ scale, pooled }) => majorityOf(scale, pooled));
    assert.equal(`majority votes ${majorities.reduce((sum, one) => sum + (one?.count ?? 0), 0)}`, level?.majority_type?.trim());
    const decided = decideStudy(study, read.counts)[0]?.statements;
    for (const [i, row] of statements.entries()) {
      const outcome = decided?.get(row.statement?.toLowerCase() ?? "");
      assert.equal(majorities[i]?.side ?? "none", row.majority_type);
      assert.equal(String(outcome?.decision === "include"), row.consensus_at_apmo, row.statement);
      assert.equal(String(outcome?.ratings.pooled.rated), row.n);
      assert.ok(agrees(String((100 * Number(row.agree)) / Number(row.n)), row.pct_agree ?? ""));
    }
  });
});
