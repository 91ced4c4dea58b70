import assert from "node:assert/strict";
import { printExact } from "../../server/number/print.ts";
import { summariser } from "../../server/scoring/summary.ts";
import { compiled, person } from "./score.ts";

const TEXT = `
sections:
  main:
    response: {from: 1, to: 7}
    items: {a: A, b: B, c: {text: C, reverse: true}}
scores:
  total: {items: [a, b, c], method: mean, missing: {need: 2}}
`;

describe("the summary of a column of scores", () => {
  const made = compiled(TEXT);
  const score = made.instrument.scores.get("total");
  assert.ok(score);
  const rows = [
    [1, 2, 7],
    [2, 2, 5],
    [4, 3, 4],
    [5, 6, 3],
    [7, 6, 2],
    [3, "", 5],
    ["", "", 5],
  ];
  const summary = (): ReturnType<ReturnType<typeof summariser>["summary"]> => {
    const collect = summariser(made.instrument, score);
    for (const [a = "", b = "", c = ""] of rows) {
      const result = person(made, { a, b, c }).result("total");
      if (result !== undefined) collect.add(result);
    }
    return collect.summary();
  };

  it("counts, and gives mean and sd", () => {
    const { n, missing, min, max, mean, sd } = summary();
    assert.deepEqual([n, missing], [6, 1]);
    // stdev([4/3, 7/3, 11/3, 16/3, 19/3, 3]) of Python's statistics module is 1.873795909674...
    const shown = [min, max, mean, sd].map((value) => value && printExact(value));
    assert.deepEqual(shown, ["1.33333333333", "6.33333333333", "3.66666666667", "1.87379590967"]);
  });

  it("gives alpha and corrected item-total correlations of complete people", () => {
    const { alpha, complete, items } = summary();
    assert.equal(complete, 5);
    // From the definitions with numpy: var(ddof=1) and corrcoef of each entry with the sum of the others.
    assert.equal(alpha?.valueOf().toFixed(9), "0.967362924");
    assert.deepEqual(
      items.map(({ itemTotal }) => itemTotal?.valueOf().toFixed(9)),
      ["0.968995413", "0.901108116", "0.947212247"],
    );
  });

  it("shows a reversal that was forgotten as a negative correlation", () => {
    const forgotten = compiled(TEXT.replace(", reverse: true", ""));
    const declared = forgotten.instrument.scores.get("total");
    assert.ok(declared);
    const collect = summariser(forgotten.instrument, declared);
    for (const [a = "", b = "", c = ""] of rows) {
      const result = person(forgotten, { a, b, c }).result("total");
      if (result !== undefined) collect.add(result);
    }
    const negative = collect.summary().items.filter(({ itemTotal }) => itemTotal !== undefined && itemTotal.s < 0n);
    assert.ok(negative.some(({ id }) => id === "c"));
  });
});
