import { strict as assert } from "node:assert";
import fc from "fast-check";
import type { Expression } from "../../server/expression/expression.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import { printFormula } from "../../server/expression/printFormula.ts";
import { eachNode, partsOf } from "../../server/expression/walk.ts";
import { anyFormula, anyText } from "./anyFormula.ts";
import { apply, runMarked } from "./marked.ts";
import { outline } from "./outline.ts";

describe("reading formulas", () => {
  runMarked(new URL("formulas/syntax.txt", import.meta.url), (formula) => {
    const { tree, problems } = parseFormula(formula);
    return { problems, show: [`is ${outline(tree)}`] };
  });

  it("passes every range through the map of the text it stands in", () => {
    const twice = (from: number, to: number) => ({ start: 100 + 2 * from, end: 100 + 2 * to });
    const { tree, problems } = parseFormula("sum(a..b, need: 4) = total.band", twice);
    const places: string[] = [];
    eachNode(tree, ({ kind, start, end }) => places.push(`${kind} ${start}-${end}`));
    assert.deepEqual(places, [
      "comparison 100-162",
      "call 100-136",
      "span 108-116",
      "name 108-110",
      "name 114-116",
      "number 132-134",
      "name 142-162",
    ]);
    assert.deepEqual(
      problems.map(({ range, fixes }) => [range, fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))]),
      [
        [{ start: 120, end: 130 }, [{ start: 120, end: 132 }]],
        [{ start: 138, end: 140 }, [{ start: 138, end: 140 }]],
      ],
    );
  });

  it("does not overflow, whatever is nested or chained", () => {
    const deep = ["(", "[", "-", "not ", "sum(", "a..", "1 + ", "2^", "a < ", "a and ", "a in [", "x is ", "if(a, ", "a not in "];
    for (const part of deep) {
      const { tree, problems } = parseFormula(part.repeat(100_000 / part.length));
      assert.ok(problems.length > 0, part);
      eachNode(tree, () => {});
    }
  });

  it("reads a hundred levels and five hundred terms", () => {
    assert.deepEqual(parseFormula(`${"(".repeat(99)}a${")".repeat(99)}`).problems, []);
    assert.deepEqual(parseFormula(Array.from({ length: 500 }, (_, i) => `a${i}`).join(" + ")).problems, []);
  });

  it("never throws, and keeps every node inside its parent and every range inside the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, problems } = parseFormula(text);
        assertNested(tree, 0, text.length);
        for (const { range, fixes } of problems) {
          for (const { start, end } of [range, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))]) {
            assert.ok(0 <= start && start <= end && end <= text.length);
          }
        }
        if (hasFaulty(tree)) assert.ok(problems.length > 0, "something unreadable is reported");
      }),
      { numRuns: 2000 },
    );
  });

  it("reads what it prints", () => {
    fc.assert(
      fc.property(anyFormula, (tree) => {
        const text = printFormula(tree);
        const again = parseFormula(text);
        assert.deepEqual(again.problems, [], text);
        assert.equal(outline(again.tree), outline(tree), text);
        assert.equal(printFormula(again.tree), text);
      }),
      { numRuns: 1000 },
    );
  });

  it("mends what it calls safe to mend: the fix takes its problem away and leaves the tree", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tree, problems } = parseFormula(text);
        const [only] = problems;
        const fix = only?.fixes.find(({ safe }) => safe);
        if (fix === undefined || problems.length > 1) return;
        const mended = apply(text, fix);
        const again = parseFormula(mended);
        assert.ok(!again.problems.some(({ message, range }) => message === only?.message && range.start === only.range.start), mended);
        // Only the first problem of structure is reported, so mending it may bring up another one. A chain is read with an empty place
        // where the fix writes the middle once more.
        if (again.problems.length === 0 && !hasFaulty(tree)) assert.equal(outline(again.tree), outline(tree), mended);
      }),
      { numRuns: 2000 },
    );
  });
});

function assertNested(node: Expression, start: number, end: number): void {
  assert.ok(start <= node.start && node.start <= node.end && node.end <= end, `${node.kind} ${node.start}-${node.end} in ${start}-${end}`);
  for (const part of partsOf(node)) assertNested(part, node.start, node.end);
}

function hasFaulty(tree: Expression): boolean {
  let found = false;
  eachNode(tree, ({ kind }) => {
    found ||= kind === "faulty";
  });
  return found;
}
