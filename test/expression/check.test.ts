import { strict as assert } from "node:assert";
import fc from "fast-check";
import { checkFormula, type Expected } from "../../server/expression/check.ts";
import { FUNCTIONS } from "../../server/expression/functions/index.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import type { Type } from "../../server/expression/type.ts";
import { anyFormula, anyText } from "./anyFormula.ts";
import { exampleScope } from "./exampleScope.ts";
import { runMarked } from "./marked.ts";

const scope = exampleScope();

describe("checking formulas", () => {
  runMarked(new URL("formulas/meaning.txt", import.meta.url), (line) => {
    const [, kind = "", formula = line] = /^(condition|value): (.*)$/.exec(line) ?? [];
    const expected: Expected = kind === "condition" ? "truth" : "value";
    const shift = line.length - formula.length;
    // The formula stands behind the word that says what is wanted of it.
    const { tree, problems } = parseFormula(formula, (from, to) => ({ start: from + shift, end: to + shift }));
    const checked = checkFormula(tree, scope, expected);
    return { problems: [...problems, ...checked.problems], show: [`is ${words(checked.type)}`] };
  });

  it("finds nothing wrong with the examples of the functions", () => {
    const names = new Map<string, Type>();
    for (const id of [
      "total",
      "age",
      "actual_1",
      "actual_10",
      "anxiety",
      "depression",
      "mobility",
      "self_care",
      "usual_activities",
      "pain",
      "wait_minutes",
      "raw",
    ]) {
      names.set(id, { kind: "number" });
    }
    const wide = {
      ...scope,
      find: (id: string) => {
        const known = scope.find(id) ?? (names.has(id) || /\d$/.test(id) ? scope.find("total") : undefined);
        return known?.differs === undefined ? known : { ...known, differs: undefined };
      },
      span: (first: string, last: string) => scope.span(first, last) ?? Array.from({ length: 16 }, (_, i) => (i === 0 ? first : last)),
    };
    for (const { name, example } of FUNCTIONS.values()) {
      const { tree, problems } = parseFormula(example);
      assert.deepEqual(
        [...problems, ...checkFormula(tree, wide).problems].map(({ message }) => message),
        [],
        `${name}: ${example}`,
      );
      assert.ok(example.includes(`${name}(`), name);
    }
  });

  it("never throws, and reports inside the formula", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Expected | undefined>("truth", "value", undefined), (text, expected) => {
        const { problems } = checkFormula(parseFormula(text).tree, scope, expected);
        for (const { range } of problems) assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(anyFormula, (tree) => void checkFormula(tree, scope, "value")));
  });
});

function words(type: Type): string {
  if (type.kind === "list")
    return `${type.column ? "column" : `list of ${type.length ?? "some"}`} of ${[...new Set(type.members.map(words))].join(" and ")}`;
  return type.kind;
}
