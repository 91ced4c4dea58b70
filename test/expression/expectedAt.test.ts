import { strict as assert } from "node:assert";
import fc from "fast-check";
import { type Expectation, expectedAt } from "../../server/expression/expectedAt.ts";
import { anyText } from "./anyFormula.ts";

/** `|` is the cursor; what is being typed stands in brackets in the answer. */
const CASES: readonly [text: string, expected: string][] = [
  ["|", "value"],
  ["ph|", "value [ph]"],
  ["phq1 |", "operator"],
  ["phq1 a|", "operator [a]"],
  ["phq1 and |", "value"],
  ["phq1 and no|t", "value [not]"],
  ["not |", "value"],
  ["6 |", "operator unit"],
  ["6 mo|", "operator unit [mo]"],
  ["(a + b) |", "operator"],
  ["(|", "value"],
  ["true |", "operator"],
  ["total.|", "property of total"],
  ["total.ba|", "property of total [ba]"],
  ["a + total.ba|nd == 1", "property of total [band]"],
  ["phq1..|", "span from phq1"],
  ["sum(phq1..ph|", "span from phq1 [ph] in sum 0"],
  ["leave_past == |", "value codes of leave_past"],
  ['leave_past == "|"', "text [] codes of leave_past"],
  ['leave_past == "y|', "text [y] codes of leave_past"],
  ['leave_past == "ye|s" and a', "text [yes] codes of leave_past"],
  ["leave_past == y|", "value [y] codes of leave_past"],
  ["leave_past = |", "value codes of leave_past"],
  ["leave_past is |", "value codes of leave_past"],
  ["a and leave_past != |", "value codes of leave_past"],
  ["leave_past > |", "value"],
  ["total.band == |", "value codes of total.band"],
  ["phq1..phq9 == |", "value codes of phq9"],
  ["leave_past in [|", "value codes of leave_past"],
  ['leave_past in ["yes", |', "value codes of leave_past"],
  ['leave_past not in ["yes", |]', "value codes of leave_past"],
  ["[|", "value"],
  ["selected(reasons, |", "value codes of reasons in selected 1 may name"],
  ['selected(reasons, "p|")', "text [p] codes of reasons in selected 1 may name"],
  ["selected(|", "value in selected 0 may name"],
  ["mean(|", "value in mean 0 may name"],
  ["mean(a..f, |)", "value in mean 1 may name"],
  ["mean(a..f, ne|)", "value [ne] in mean 1 may name"],
  ["mean(a..f, need=|)", "value in mean 1 for need"],
  ["round(x, mode=half|, to=1)", "value [half] in round 1 for mode used to"],
  ["round(x, mode=half_up, |)", "value in round 2 may name used mode"],
  ["mean(a, if(b, |", "value in if 1 may name"],
  ["mean(a, if(b, c, d), |", "value in mean 2 may name"],
  ["mean(a, (b + |", "value in mean 1"],
  ["mean(a, [b, |", "value in mean 1"],
  ["missing(|", "value in missing 0 may name"],
  ["mean(a) |", "operator"],
  ["mean(a b|", "operator [b] in mean 0"],
];

describe("what may be typed next", () => {
  for (const [text, expected] of CASES) {
    it(text, () => {
      const offset = text.indexOf("|");
      const formula = text.replace("|", "");
      const found = expectedAt(formula, offset);
      assert.equal(words(formula, found), expected);
      assert.ok(formula.slice(found.replace.start, found.replace.end).startsWith(found.typed));
    });
  }

  it("has an answer at every place of every text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        const { replace, value, operator } = expectedAt(text, offset);
        assert.ok(0 <= replace.start && replace.start <= offset && offset <= replace.end && replace.end <= text.length);
        assert.ok(!(value && operator));
      }),
      { numRuns: 2000 },
    );
  });
});

function words(text: string, { value, operator, unit, inText, propertyOf, spanFrom, compared, call, replace }: Expectation): string {
  const typed = text.slice(replace.start, replace.end);
  return [
    value && "value",
    operator && "operator",
    unit && "unit",
    inText && `text [${typed}]`,
    propertyOf && `property of ${propertyOf}`,
    spanFrom && `span from ${spanFrom}`,
    !inText && typed !== "" && `[${typed}]`,
    compared && `codes of ${compared.id}${compared.property ? `.${compared.property}` : ""}`,
    call && `in ${call.function} ${call.argument}`,
    call?.name && `for ${call.name}`,
    call?.mayName && "may name",
    call && call.used.length > 0 && `used ${call.used.join()}`,
  ]
    .filter(Boolean)
    .join(" ");
}
