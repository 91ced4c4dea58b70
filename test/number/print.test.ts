import { strict as assert } from "node:assert";
import fc from "fast-check";
import { type Exact, exact, parseExact, ratio } from "../../server/number/exact.ts";
import { exactDecimal, printExact } from "../../server/number/print.ts";
import { squareRoot } from "../../server/number/root.ts";

describe("printing numbers", () => {
  // The rounded ones computed with Python's decimal at 12 digits, rounding half-even.
  const cases: readonly [Exact, string][] = [
    [exact(8), "8"],
    [exact(-3), "-3"],
    [exact(0), "0"],
    [exact(1, 2), "0.5"],
    [exact(-1, 8), "-0.125"],
    [exact(1, 2n ** 20n), "0.00000095367431640625"],
    [exact(10n ** 20n), "100000000000000000000"],
    [exact(1, 3), "0.333333333333"],
    [exact(2, 3), "0.666666666667"],
    [exact(-200, 3), "-66.6666666667"],
    [exact(10n ** 20n, 3), "33333333333300000000"],
    [exact(1, 3000000), "0.000000333333333333"],
    [exact(1, 7), "0.142857142857"],
    [exact(999999999999999, 1000000000000001), "1"],
    [exact(22, 7000000000), "0.00000000314285714286"],
  ];
  it("takes the shortest exact form, otherwise 12 digits", () => {
    for (const [number, text] of cases) assert.equal(printExact(number), text);
  });

  it("prints an irrational root to 12 digits, not to all that it was worked out to", () => {
    assert.equal(printExact(squareRoot(exact(2))?.value ?? exact(0)), "1.41421356237");
  });

  it("gives back every number that was written with digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(25), (digits, places) => {
        const number = ratio(digits, 10n ** BigInt(places));
        assert.deepEqual(parseExact(printExact(number)), number);
        assert.deepEqual(parseExact(exactDecimal(number) ?? ""), number);
      }),
    );
  });

  it("is within half a unit of the 12th digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
        const number = ratio(n, d);
        const printed = parseExact(printExact(number));
        assert.ok(
          printed
            ?.sub(number)
            .abs()
            .lte(number.mul(exact(1, 2n * 10n ** 11n))),
        );
      }),
    );
  });
});
