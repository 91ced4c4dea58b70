import { strict as assert } from "node:assert";
import fc from "fast-check";
import { describeFormula } from "../../server/expression/describe.ts";
import { FUNCTIONS } from "../../server/expression/functions/index.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import { anyFormula } from "./anyFormula.ts";

const WORDS: readonly [formula: string, words: string][] = [
  ["sum(phq1..phq9)", "the sum of phq1 to phq9"],
  ["phq9 >= 1", "phq9 is at least 1"],
  [
    "sum(abs(expected_1..expected_10 - actual_1..actual_10))",
    "the sum of the absolute differences between expected_1 to expected_10 and actual_1 to actual_10",
  ],
  [
    "count(phq1..phq8 >= 2, phq9 >= 1) >= 5 and any(phq1 >= 2, phq2 >= 2)",
    "the number of times that (one of phq1 to phq8 is at least 2 or phq9 is at least 1) is at least 5 and (phq1 is at least 2 or phq2 is at least 2)",
  ],
  ["all(answered(phq1..phq9))", "each of phq1 to phq9 is answered"],
  ["any(phq1..phq9 == 3)", "at least one of phq1 to phq9 is 3"],
  ["mean(scored(a..f), need=4)", "the mean of the scores of a to f, if at least 4 of them are there"],
  ["mean(a..f, need=half)", "the mean of a to f, if at least half of them are there"],
  ['mean(a..f, need="80%")', "the mean of a to f, if at least 80 percent of them are there"],
  ["round(total / 3, to=0.5, mode=half_up)", "total divided by 3 rounded to a multiple of 0.5 (half up)"],
  ["if(age >= 65, 1, 0)", "1 if age is at least 65, otherwise 0"],
  ['leave_past == "yes" and (a in [1, 2] or b between 3 and 5)', 'leave_past is "yes" and (a is 1 or 2 or b is between 3 and 5)'],
  ["(a + b) * c - d / 2", "(a plus b) times c minus d divided by 2"],
  ["-(a + b)^2", "the square of minus (a plus b)"],
  ['total.band == "severe"', 'the band of total is "severe"'],
  ["total.major_depression", "the major depression of total"],
  ["not missing(x)", "it is not the case that x is missing"],
  ["coalesce(count(reasons), 0)", "the number of options ticked in reasons, or where that is missing 0"],
  ['selected(reasons, "pay")', '"pay" is ticked in reasons'],
  ["tenure >= 6 months", "tenure is at least 6 months"],
  ["hours(rise - bed)", "rise minus bed in hours"],
  ["lookup(raw, swemwbs)", "the value for raw in the table swemwbs"],
  ["flag and a == 1", "flag is true and a is 1"],
  ["mystery(a)", "mystery(a)"],
];

describe("a formula in words", () => {
  for (const [formula, words] of WORDS) it(formula, () => assert.equal(describeFormula(parseFormula(formula).tree), words));

  it("names items as it is told to", () => {
    assert.equal(
      describeFormula(parseFormula("sum(a, b)").tree, (id) => `“${id.toUpperCase()}”`),
      "the sum of “A” and “B”",
    );
  });

  it("has words for every function and every tree", () => {
    for (const { example } of FUNCTIONS.values())
      assert.doesNotMatch(describeFormula(parseFormula(example).tree), /undefined|nothing|\(.*=/);
    fc.assert(fc.property(anyFormula, (tree) => assert.ok(describeFormula(tree) !== "" || tree.kind === "list")));
  });
});
