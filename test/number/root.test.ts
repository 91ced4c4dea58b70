import { strict as assert } from "node:assert";
import fc from "fast-check";
import { compare, multiply } from "../../server/number/arithmetic.ts";
import { exact, parseExact, ratio, ZERO } from "../../server/number/exact.ts";
import { power } from "../../server/number/power.ts";
import { exactDecimal } from "../../server/number/print.ts";
import { squareRoot } from "../../server/number/root.ts";

// Computed with Python's decimal at 60 digits and rounded to 40 there.
const ROOTS: readonly [string, string][] = [
  ["2", "1.41421356237309504880168872420969807857"],
  ["3", "1.732050807568877293527446341505872366943"],
  ["0.1", "0.316227766016837933199889354443271853372"],
  ["1000000007", "31622.77671236351123219270605688849574013"],
  ["0.000123", "0.01109053650640941716205160010260993291846"],
  ["50.5", "7.106335201775947748485464743814041340095"],
  ["12345678901234567890123", "111111110611.1111099361090502680462755489"],
];
const POWERS: readonly [base: string, exponent: string, result: string][] = [
  ["2", "0.5", "1.41421356237309504880168872420969807857"],
  ["10", "0.25", "1.778279410038922801225421195192684844736"],
  ["7", "0.333", "1.911690787697772040580350933677295934669"],
  ["3", "-1.5", "0.1924500897298752548363829268339858185492"],
];

describe("roots and powers", () => {
  it("gives irrational roots to 40 digits and says so", () => {
    for (const [text, digits] of ROOTS) {
      const found = squareRoot(parseExact(text) ?? ZERO);
      assert.equal(found && exactDecimal(found.value), digits, text);
      assert.equal(found?.exact, false);
    }
  });

  it("is exact of every square of a fraction", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        const x = ratio(n, d);
        assert.deepEqual(squareRoot(multiply(x, x)), { value: x, exact: true });
      }),
    );
  });

  it("is never farther from the root than half a unit of the 40th digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const x = ratio(n, d);
        const found = squareRoot(x);
        assert.ok(found !== undefined);
        const slack = multiply(found.value, exact(1, 2n * 10n ** 39n));
        const [low, high] = [found.value.sub(slack), found.value.add(slack)];
        assert.ok(compare(multiply(low, low), x) <= 0 && compare(multiply(high, high), x) >= 0);
      }),
    );
  });

  it("has no root of a negative number", () => assert.equal(squareRoot(exact(-4)), undefined));

  it("raises to fractions and negative numbers", () => {
    for (const [base, exponent, result] of POWERS) {
      const found = power(parseExact(base) ?? ZERO, parseExact(exponent) ?? ZERO);
      assert.equal(found && exactDecimal(found.value), result, `${base}^${exponent}`);
    }
    assert.deepEqual(power(exact(2), exact(10)), { value: exact(1024), exact: true });
    assert.deepEqual(power(exact(-2), exact(3)), { value: exact(-8), exact: true });
    assert.deepEqual(power(exact(-2), exact(-3)), { value: exact(-1, 8), exact: true });
    assert.deepEqual(power(exact(27, 8), exact(2, 3)), { value: exact(9, 4), exact: true });
    assert.deepEqual(power(ZERO, ZERO), { value: exact(1), exact: true });
  });

  it("says where there is no power, or none that anyone would write down", () => {
    assert.equal(power(ZERO, exact(-1)), undefined);
    assert.equal(power(exact(-2), exact(1, 2)), undefined);
    assert.equal(power(exact(9), exact(9n ** 9n)), undefined);
  });
});
