import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { compile } from "../../server/expression/compile.ts";
import type { Environment } from "../../server/expression/environment.ts";
import { bindingTo, evaluate } from "../../server/expression/evaluate.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import { printValue } from "../../server/expression/printValue.ts";
import { isNumber, type Value } from "../../server/expression/value.ts";
import { exact, ratio } from "../../server/number/exact.ts";
import { anyFormula, anyText } from "./anyFormula.ts";
import { examplePerson } from "./examplePerson.ts";

describe("working formulas out", () => {
  const person = examplePerson();
  for (const line of readFileSync(new URL("formulas/values.txt", import.meta.url), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [formula = "", expected = ""] = line.split(" -> ");
    it(line, () => {
      const { tree, problems } = parseFormula(formula);
      assert.deepEqual(problems, []);
      assert.equal(shown(evaluate(tree, person)), expected);
    });
  }

  describe("three-valued logic", () => {
    // Kleene's tables: rows and columns true, false, missing.
    const names = ["t", "f", "u"];
    const tables: Readonly<Record<string, string>> = { and: "tfu fff ufu", or: "ttt tfu tuu" };
    for (const [operator, table] of Object.entries(tables)) {
      for (const [row, left] of names.entries()) {
        for (const [column, right] of names.entries()) {
          const wanted = { t: true, f: false, u: null }[table.split(" ")[row]?.[column] ?? ""];
          it(`${left} ${operator} ${right} is ${wanted}`, () => {
            assert.equal(value(`${left} ${operator} ${right}`), wanted);
            assert.equal(value(`${operator === "and" ? "all" : "any"}(${left}, ${right})`), wanted);
          });
        }
      }
    }
    it("not", () =>
      assert.deepEqual(
        names.map((name) => value(`not ${name}`)),
        [false, true, null],
      ));
    it("any and all of many", () => {
      assert.deepEqual(["any(u, f, t)", "any(u, f)", "any(f, f)", "all(u, t, f)", "all(u, t)", "all(t, t)"].map(value), [
        true,
        null,
        false,
        false,
        null,
        true,
      ]);
    });
    it("any and all with need= leave out what is missing, if enough is there", () => {
      assert.deepEqual(["any(u, f, need=1)", "any(u, t, need=2)", "all(u, t, need=1)", "all(u, f, need=2)"].map(value), [
        false,
        null,
        true,
        null,
      ]);
    });
    it("keeps De Morgan's laws", () => {
      for (const a of names) for (const b of names) assert.equal(value(`not (${a} and ${b})`), value(`not ${a} or not ${b}`));
    });
  });

  it("never throws, whatever the tree", () => {
    fc.assert(
      fc.property(anyFormula, (tree) => void evaluate(tree, person)),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(anyText, (text) => void evaluate(parseFormula(text).tree, person)),
      { numRuns: 500 },
    );
  });

  it("finds every name once for many rows", () => {
    const asked: string[] = [];
    const value = (id: string) => {
      asked.push(id);
      return (row: Environment) => row.value(id);
    };
    const binding = { ...bindingTo(person), value };
    const run = compile(parseFormula("sum(a1..a3) + a1").tree, binding);
    assert.equal(shown(run(person)), "7");
    assert.equal(shown(run(examplePerson({ a1: exact(5) }))), "15");
    assert.deepEqual(asked, ["a1", "a2", "a3", "a1"]);
  });

  it("does the arithmetic of fractions exactly", () => {
    const number = fc.tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n })).map(([n, d]) => ratio(n, d));
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const row = examplePerson({ a1: a, a2: b, a3: c });
        const result = evaluate(parseFormula("(a1 + a2) * a3 - a1 * a3 - a2 * a3").tree, row);
        assert.ok(isNumber(result) && result.n === 0n);
        const mean = evaluate(parseFormula("mean(a1..a3) * 3 == sum(a1, a2, a3)").tree, row);
        assert.equal(mean, true);
      }),
    );
  });

  function value(formula: string): Value {
    return evaluate(parseFormula(formula).tree, person);
  }
});

function shown(value: Value): string {
  return value === null ? "missing" : printValue(value);
}
