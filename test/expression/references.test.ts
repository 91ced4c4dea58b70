import { strict as assert } from "node:assert";
import { parseFormula } from "../../server/expression/parser.ts";
import { referencesIn } from "../../server/expression/references.ts";

describe("names in a formula", () => {
  const cases: readonly [formula: string, found: string][] = [
    ["phq1 + total.band", "phq1 total.band"],
    ["sum(phq1..phq9) / 2", "phq1..phq9 phq9"],
    ["round(total, to=0.5, mode=half_up)", "total"],
    ["mean(a, b, need=half)", "a b"],
    ["lookup(raw, swemwbs)", "raw table:swemwbs"],
    ["lookup(raw, norms.anxiety)", "raw table:norms.anxiety"],
    ["percentile(nps, 80, quantile=type7)", "nps"],
    ["percentile(total, norms)", "total table:norms"],
    ['a in [b, "c"] and d between e and f or not -g^h', "a b d e f g h"],
    ["if(u > 1, v, w) == selected(x, 1)", "u v w x"],
    ["1 < a < 5", "a"],
    ["a.", "a."],
    ["sum(a..)", "a"],
    ["mystery(a, b)", "a b"],
  ];
  for (const [formula, found] of cases) {
    it(formula, () => {
      const references = referencesIn(parseFormula(formula).tree);
      const shown = references.map(
        ({ kind, id, property, last }) =>
          `${kind === "table" ? "table:" : ""}${id}${property ? `.${property.name}` : ""}${last ? `..${last}` : ""}`,
      );
      assert.equal(shown.join(" "), found);
      for (const { at, id, property } of references) {
        assert.equal(formula.slice(at.start, at.end), id);
        if (property) assert.equal(formula.slice(property.start, property.end), property.name);
      }
    });
  }
});
