import { strict as assert } from "node:assert";
import fc from "fast-check";
import Fraction from "fraction.js";
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  modulo,
  multiply,
  negate,
  subtract,
  total,
} from "../../server/number/arithmetic.ts";
import { type Exact, exact, parseExact, ratio, ZERO } from "../../server/number/exact.ts";

const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 10n ** 12n })))
  .map(([n, d]) => ratio(n, d));

describe("exact numbers", () => {
  it("reads the digits as they are written", () => {
    const cases: readonly [string, number | bigint, number | bigint][] = [
      ["7", 7, 1],
      ["-0.5", -1, 2],
      ["+3.10", 31, 10],
      [".25", 1, 4],
      ["5.", 5, 1],
      ["1e-9", 1, 1_000_000_000],
      ["2.5E3", 2500, 1],
      ["0.1", 1, 10],
      ["00", 0, 1],
    ];
    for (const [text, n, d] of cases) assert.deepEqual(parseExact(text), new Fraction(BigInt(n), BigInt(d)), text);
  });

  it("reads nothing else", () => {
    for (const text of ["", ".", "-", "1,5", "1/3", "0x10", "1e", "1e9999", " 1", "Infinity", "NaN", "1_000"])
      assert.equal(parseExact(text), undefined, text);
  });

  it("adds tenths to tenths", () => assert.ok(equal(add(exact(1, 10), exact(2, 10)), exact(3, 10))));

  it("agrees with fraction.js", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        same(add(a, b), a.add(b));
        same(subtract(a, b), a.sub(b));
        same(multiply(a, b), a.mul(b));
        same(negate(a), a.neg());
        same(absolute(a), a.abs());
        same(floor(a), a.floor());
        same(ceil(a), a.ceil());
        assert.equal(compare(a, b), a.compare(b));
        assert.equal(equal(a, b), a.equals(b));
        if (b.n !== 0n) same(divide(a, b) ?? ZERO, a.div(b));
      }),
    );
  });

  it("adds any number of values", () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) =>
        same(
          total(numbers),
          numbers.reduce((sum, one) => sum.add(one), exact(0)),
        ),
      ),
    );
  });

  // Computed with Python's fractions, whose % has the sign of the divisor too.
  it("leaves the remainder with the sign of the divisor", () => {
    const cases: readonly [Exact, Exact, Exact][] = [
      [exact(-1), exact(24), exact(23)],
      [exact(1), exact(-24), exact(-23)],
      [exact(-7), exact(3), exact(2)],
      [exact(7), exact(-3), exact(-2)],
      [exact(-5, 2), exact(1), exact(1, 2)],
      [exact(7, 2), exact(-3, 4), exact(-1, 4)],
      [exact(6), exact(3), ZERO],
    ];
    for (const [a, b, rest] of cases) assert.deepEqual(modulo(a, b), rest);
    fc.assert(
      fc.property(number, number, (a, b) => {
        const rest = modulo(a, b);
        if (rest === undefined) return assert.equal(b.n, 0n);
        assert.ok(divide(subtract(a, rest), b)?.d === 1n);
        assert.ok(b.s > 0n ? compare(rest, ZERO) >= 0 && compare(rest, b) < 0 : compare(rest, ZERO) <= 0 && compare(rest, b) > 0);
      }),
    );
  });

  it("does not divide by zero", () => {
    assert.equal(divide(exact(1), ZERO), undefined);
    assert.equal(modulo(exact(1), ZERO), undefined);
  });
});

function same(actual: Exact, expected: Exact): void {
  assert.deepEqual([actual.s, actual.n, actual.d], [expected.n === 0n ? 1n : expected.s, expected.n, expected.d]);
  assert.ok(actual instanceof Fraction);
}
