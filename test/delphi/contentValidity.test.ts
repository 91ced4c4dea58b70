import assert from "node:assert/strict";
import {
  aikenV,
  chanceAgreement,
  contentValidityRatio,
  criticalEssential,
  itemContentValidity,
  modifiedKappa,
} from "../../server/delphi/contentValidity.ts";
import { type Exact, exact, parseExact, ratio, ZERO } from "../../server/number/exact.ts";
import { printExact } from "../../server/number/print.ts";
import { agrees, rowsOf } from "./tables.ts";

const printed = (value: Exact | undefined) => (value ? printExact(value) : "");

describe("delphi: content validity", () => {
  const published = rowsOf("cvi_published_PMC7253559.csv");
  const ratingsOf = (row: Readonly<Record<string, string>> | undefined): Exact[] =>
    Object.entries(row ?? {}).flatMap(([name, cell]) => (name.startsWith("expert") ? (parseExact(cell) ?? []) : []));

  for (const expected of rowsOf("cvi_expected.csv").filter(({ item }) => item !== "SCALE")) {
    it(`item ${expected.item} of the published matrix`, () => {
      const ratings = ratingsOf(published.find(({ item }) => item === expected.item)).sort((a, b) => a.compare(b));
      const n = ratings.length;
      const agreeing = ratings.filter((rating) => rating.compare(3) >= 0).length;
      const middle = (ratings[Math.floor((n - 1) / 2)] ?? ZERO).add(ratings[Math.floor(n / 2)] ?? ZERO).div(2);
      const found: Record<string, string> = {
        item: expected.item ?? "",
        n: String(n),
        n_3_or_4: String(agreeing),
        i_cvi: printed(itemContentValidity(agreeing, n)),
        pc: printed(chanceAgreement(agreeing, n)),
        kappa_mod: printed(modifiedKappa(agreeing, n)),
        aiken_v: printed(aikenV(ratings, exact(1), exact(4))),
        median: printed(middle),
        ad_median: printed(ratings.reduce((sum, rating) => sum.add(rating.sub(middle).abs()), ZERO).div(n)),
      };
      for (const [column, cell] of Object.entries(expected))
        assert.ok(agrees(found[column], cell), `${column}: ${found[column]} instead of ${cell}`);
    });
  }

  it("of the whole scale", () => {
    const shares = published.map((row) => {
      const ratings = ratingsOf(row);
      return itemContentValidity(ratings.filter((rating) => rating.compare(3) >= 0).length, ratings.length) ?? ZERO;
    });
    const scale = rowsOf("cvi_expected.csv").find(({ item }) => item === "SCALE");
    const average = shares.reduce((sum, share) => sum.add(share), ZERO).div(shares.length);
    const universal = exact(shares.filter((share) => share.equals(1)).length, shares.length);
    assert.ok(agrees(printExact(average), scale?.i_cvi?.replace("S-CVI/Ave=", "") ?? ""));
    assert.ok(agrees(printExact(universal), scale?.pc?.replace("S-CVI/UA=", "") ?? ""));
    assert.equal(scale?.n, "6");
  });

  it("counts who must call a statement essential", () => {
    for (const row of rowsOf("cvr_critical_exact.csv")) {
      const n = Number(row.n_panel);
      const least = criticalEssential(n, ratio(1n, 20n)) ?? 0;
      assert.equal(String(least), row.min_essential, `n ${n}`);
      assert.ok(agrees(printed(contentValidityRatio(least, n)), row.cvr_critical_exact ?? ""), `n ${n}`);
      assert.ok(agrees(printed(exact(100 * least, n)), row.pct_essential ?? ""), `n ${n}`);
      assert.ok(agrees(String(1.645 / Math.sqrt(n)), row["cvr_critical_normal_approx_1.645_over_sqrt_n"] ?? ""), `n ${n}`);
      let tail = ZERO;
      for (let count = least; count <= n; count++) tail = tail.add(chanceAgreement(count, n));
      assert.ok(Math.abs(tail.valueOf() - Number(row.one_tailed_p)) < 1e-9, `n ${n}`);
    }
  });
});
