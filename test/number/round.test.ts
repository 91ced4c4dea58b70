import { strict as assert } from "node:assert";
import fc from "fast-check";
import { compare, divide, isWhole, negate, subtract } from "../../server/number/arithmetic.ts";
import { exact, parseExact, ratio, ZERO } from "../../server/number/exact.ts";
import { printExact } from "../../server/number/print.ts";
import { ROUNDING_MODES, type RoundingMode, roundTo } from "../../server/number/round.ts";

describe("rounding", () => {
  // What the programs give: R 4.2 round(), SPSS and PSPP RND(), JavaScript Math.round().
  const vectors: readonly [program: string, mode: RoundingMode, from: string, to: string][] = [
    ["R", "half_even", "0.5 1.5 2.5 -0.5 -1.5 -2.5", "0 2 2 0 -2 -2"],
    ["SPSS", "half_away", "0.5 1.5 2.5 -0.5 -1.5 -2.5", "1 2 3 -1 -2 -3"],
    ["JavaScript", "half_up", "0.5 1.5 2.5 -0.5 -1.5 -2.5", "1 2 3 0 -1 -2"],
    ["floor()", "down", "0.5 2.4 2.6 3 -0.1 -2.5", "0 2 2 3 -1 -3"],
    ["ceiling()", "up", "0.5 2.4 2.6 3 -0.1 -2.5", "1 3 3 3 0 -2"],
  ];
  for (const [program, mode, from, to] of vectors) {
    it(`${mode} as ${program}`, () => {
      for (const [index, text] of from.split(" ").entries()) assert.equal(round(text, "1", mode), to.split(" ")[index], text);
    });
  }

  it("rounds 1.005 to hundredths as it is written, where binary floating point gives 1.00", () => {
    assert.equal((1.005).toFixed(2), "1.00");
    assert.equal(round("1.005", "0.01", "half_up"), "1.01");
    assert.equal(round("1.005", "0.01", "half_even"), "1");
  });

  it("rounds to any step", () => {
    assert.equal(round("2.25", "0.5", "half_up"), "2.5");
    assert.equal(round("2.25", "0.5", "half_even"), "2");
    assert.equal(round("2.24", "0.5", "half_up"), "2");
    assert.equal(round("37", "5", "half_up"), "35");
    assert.equal(round("37", "-5", "half_up"), "35");
    assert.equal(round("37.2", "0", "half_up"), "37.2");
  });

  it("gives a multiple of the step that is less than a step away, and no farther than half a step to the nearest", () => {
    const numbers = fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 12n })).map(([n, d]) => ratio(n, d));
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(exact(1), exact(1, 2), exact(3, 7), exact(10)),
        fc.constantFrom(...ROUNDING_MODES),
        (x, step, mode) => {
          const rounded = roundTo(x, step, mode);
          const steps = divide(rounded, step);
          assert.ok(steps !== undefined && isWhole(steps));
          const off = divide(subtract(rounded, x), step) ?? ZERO;
          assert.ok(compare(off.abs(), exact(1)) < 0);
          if (mode.startsWith("half")) assert.ok(compare(off.abs(), exact(1, 2)) <= 0);
          assert.deepEqual(roundTo(rounded, step, mode), rounded);
          if (mode === "half_even" || mode === "half_away") assert.deepEqual(roundTo(negate(x), step, mode), negate(rounded));
        },
      ),
    );
  });
});

function round(x: string, step: string, mode: RoundingMode): string {
  return printExact(roundTo(parseExact(x) ?? ZERO, parseExact(step) ?? ZERO, mode));
}
