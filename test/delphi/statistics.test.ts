import assert from "node:assert/strict";
import fc from "fast-check";
import { kendallW } from "../../server/delphi/kendallW.ts";
import { mcnemar } from "../../server/delphi/stability/mcnemar.ts";
import { chiSquareTail, normalTail } from "../../server/delphi/stability/tails.ts";
import { wilcoxon } from "../../server/delphi/stability/wilcoxon.ts";

/** Values of R 4.2.2, or of the exact distribution where R has none with ties. */
describe("delphi: statistics that other programs compute", () => {
  it("tails of the normal distribution: pnorm(z, lower.tail = FALSE)", () => {
    near(normalTail(0), 0.5);
    near(normalTail(1), 0.15865525393145705);
    near(normalTail(1.959963984540054), 0.025);
    near(normalTail(3), 0.0013498980316300946);
    near(normalTail(-1), 0.8413447460685429);
    near(normalTail(6) * 1e9, 0.9865876450376981);
  });

  it("tails of the chi-square distribution: pchisq(x, df, lower.tail = FALSE)", () => {
    near(chiSquareTail(3.841458820694124, 1), 0.05);
    near(chiSquareTail(5.991464547107979, 2), 0.05);
    near(chiSquareTail(20, 6), 0.002769395715511576);
    near(chiSquareTail(10, 1), 0.001565402258002549);
    near(chiSquareTail(18.307038053275146, 10), 0.05);
    near(chiSquareTail(0, 3), 1);
  });

  it("Kendall's W by ranks and ties worked out by hand", () => {
    // Three judges, four things: rank sums 3, 7, 8, 12, S = 41 about 7.5, W = 12 S / (9 * 60).
    assert.equal(
      kendallW([
        [0, 1, 2, 3],
        [0, 2, 1, 3],
        [0, 1, 2, 3],
      ])?.toFraction(),
      "41/45",
    );
    assert.equal(
      kendallW([
        [1, 2, 3],
        [1, 2, 3],
      ])?.toFraction(),
      "1",
    );
    assert.equal(
      kendallW([
        [1, 2, 3],
        [3, 2, 1],
      ])?.toFraction(),
      "0",
    );
    assert.equal(
      kendallW([
        [1, 1, 1],
        [2, 2, 2],
      ]),
      undefined,
    );
    // Two of four tied by the first judge: m = 2, n = 4, T = 6, S = 18.5.
    assert.equal(
      kendallW([
        [0, 0, 1, 2],
        [0, 1, 2, 3],
      ])?.toFraction(),
      "37/38",
    );
  });

  it("Wilcoxon's p is that of all signs of the tied ranks", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 9 }), (differences) => {
        const found = wilcoxon(differences);
        const changed = differences.filter((one) => one !== 0);
        if (changed.length === 0) return assert.equal(found.p, undefined);
        const ranks = changed.map((one) => {
          const below = changed.filter((other) => Math.abs(other) < Math.abs(one)).length;
          const same = changed.filter((other) => Math.abs(other) === Math.abs(one)).length;
          return below + (same + 1) / 2;
        });
        const sums = Array.from({ length: 2 ** ranks.length }, (_, signs) =>
          ranks.reduce((sum, rank, i) => sum + ((signs >> i) & 1 ? rank : 0), 0),
        );
        const share = (fits: (sum: number) => boolean) => sums.filter(fits).length / sums.length;
        const p = Math.min(
          1,
          2 *
            Math.min(
              share((sum) => sum <= found.ranksUp),
              share((sum) => sum >= found.ranksUp),
            ),
        );
        near(found.p ?? Number.NaN, p);
      }),
    );
  });

  it("fewer than six who change can never be significant", () => {
    assert.equal(wilcoxon([1, 1, 1, 1, 1]).p, 0.0625);
    assert.equal(wilcoxon([1, 1, 1, 1, 1, 1]).p, 0.03125);
    near(mcnemar(5, 0).p ?? 0, 0.0625);
    near(mcnemar(9, 2).p ?? 0, 0.0654296875);
  });
});

const near = (found: number, expected: number) => assert.ok(Math.abs(found - expected) < 1e-9, `${found} instead of ${expected}`);
