import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chiSquare } from "../../server/delphi/stability/chiSquare.ts";
import { kappa } from "../../server/delphi/stability/kappa.ts";
import { mcnemar } from "../../server/delphi/stability/mcnemar.ts";
import { wilcoxon } from "../../server/delphi/stability/wilcoxon.ts";

/** Ratings of two rounds drawn by NumPy, and what SciPy and scikit-learn make of them; which versions stands in the file. */
interface Computed {
  readonly by: string;
  readonly pairs: readonly {
    readonly before: readonly number[];
    readonly after: readonly number[];
    /** By the normal approximation with continuity correction, and exact by all signs where few changed. */
    readonly wilcoxon: number;
    readonly wilcoxonExact: number | null;
    /** Unweighted, linear, quadratic. */
    readonly kappa: readonly [number, number, number];
    /** Statistic, degrees of freedom, P. */
    readonly chiSquare: readonly [number, number, number];
  }[];
  readonly mcnemar: readonly (readonly [up: number, down: number, p: number])[];
}

const computed: Computed = JSON.parse(readFileSync(fileURLToPath(new URL("data/computed.json", import.meta.url)), "utf8"));

describe("delphi: stability as SciPy and scikit-learn compute it", () => {
  for (const { before, after, ...expected } of computed.pairs)
    it(`${before.length} panellists`, () => {
      const signed = wilcoxon(before.map((place, i) => (after[i] ?? place) - place));
      near(signed.pNormal, expected.wilcoxon);
      if (expected.wilcoxonExact !== null) near(signed.p, expected.wilcoxonExact);
      const agreement = kappa(before, after);
      for (const [i, one] of [agreement.unweighted, agreement.linear, agreement.quadratic].entries())
        near(one?.valueOf(), expected.kappa[i] ?? Number.NaN);
      const square = chiSquare(before, after);
      near(square.statistic.valueOf(), expected.chiSquare[0]);
      assert.equal(square.degrees, expected.chiSquare[1]);
      near(square.p, expected.chiSquare[2]);
    });
  it("McNemar's test", () => {
    for (const [up, down, p] of computed.mcnemar) near(mcnemar(up, down).p, p);
  });
});

function near(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`);
}
