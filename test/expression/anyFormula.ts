import fc from "fast-check";
import type { Expression, Name } from "../../server/expression/expression.ts";
import { exact, ratio } from "../../server/number/exact.ts";

const AT = { start: 0, end: 0 };

const id = fc.constantFrom("a", "b1", "phq9", "total", "leave_past", "hours");
const name: fc.Arbitrary<Name> = fc
  .record({ id, property: fc.option(fc.constantFrom("band", "cut"), { nil: undefined }) })
  .map((parts) => ({ kind: "name", ...parts, head: AT, ...AT }));
const plain: fc.Arbitrary<Name> = id.map((one) => ({ kind: "name", id: one, head: AT, ...AT }));
const amount = fc.tuple(fc.nat(1000), fc.nat(3)).map(([digits, places]) => ratio(BigInt(digits), 10n ** BigInt(places)));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 4, arbitrary: name },
  amount.map((value): Expression => ({ kind: "number", value, ...AT })),
  fc.string({ maxLength: 6 }).map((value): Expression => ({ kind: "text", value, ...AT })),
  fc.boolean().map((value): Expression => ({ kind: "truth", value, ...AT })),
  fc.constant<Expression>({ kind: "missing", ...AT }),
  fc
    .tuple(amount, fc.constantFrom("minutes", "days", "months", "years"))
    .map(([value, unit]): Expression => ({ kind: "duration", amount: value, unit, ...AT })),
  fc.nat(1439).map((minutes): Expression => ({ kind: "time", minutes, ...AT })),
  fc.tuple(plain, plain).map(([first, last]): Expression => ({ kind: "span", first, last, ...AT })),
);

/** Any tree that a formula without mistakes can have (its ranges are empty). */
export const anyFormula: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie("tree");
  const pair = fc.tuple(tree, tree);
  return {
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/", "mod", "^"), pair)
        .map(([operator, [left, right]]): Expression => ({ kind: "arithmetic", operator, left, right, ...AT })),
      fc
        .tuple(fc.constantFrom("==", "!=", "<", "<=", ">", ">="), pair)
        .map(([operator, [left, right]]): Expression => ({ kind: "comparison", operator, left, right, ...AT })),
      fc
        .tuple(fc.constantFrom("and", "or"), pair)
        .map(([operator, [left, right]]): Expression => ({ kind: "logical", operator, left, right, ...AT })),
      tree.map((operand): Expression => ({ kind: "negation", operand, ...AT })),
      tree.map((operand): Expression => ({ kind: "not", operand, ...AT })),
      fc.array(tree, { maxLength: 3 }).map((members): Expression => ({ kind: "list", members, ...AT })),
      fc
        .tuple(tree, fc.array(tree, { maxLength: 3 }))
        .map(([value, members]): Expression => ({ kind: "membership", value, list: { kind: "list", members, ...AT }, ...AT })),
      fc.tuple(tree, tree, tree).map(([value, low, high]): Expression => ({ kind: "between", value, low, high, ...AT })),
      fc.tuple(fc.constantFrom("sum", "mean", "if", "missing", "unknown_one"), fc.array(tree, { maxLength: 3 }), fc.boolean()).map(
        ([text, values, need]): Expression => ({
          kind: "call",
          function: { text, ...AT },
          arguments: values,
          named: need ? [{ name: { text: "need", ...AT }, value: { kind: "number", value: exact(4), ...AT } }] : [],
          ...AT,
        }),
      ),
    ),
  };
}).tree;

const PIECES = [
  ..."()[],.+-*/^=<>!&|%:;?#{}\"'“”‘’ \n",
  ...[
    "..",
    "==",
    "!=",
    "<=",
    ">=",
    "&&",
    "=<",
    "<>",
    "≤",
    "…",
    " and ",
    " or ",
    " not ",
    " in ",
    " between ",
    " mod ",
    " is ",
    " to ",
    " AND ",
  ],
  ...[
    "a",
    "b1",
    "phq1",
    "phq9",
    "total.band",
    "sum(",
    "mean(",
    "if(",
    "need=4",
    "mode=",
    "missing",
    "true",
    "6 months",
    "23:15",
    "25:99",
    "1",
    "0.5",
    "01",
    "2026-01-01",
    '"yes"',
    "x2",
    "é",
    "𝒳",
  ],
];

/** Texts of any kind: pieces of formulas in any order, and any characters at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")) },
  fc.string({ unit: "binary", maxLength: 20 }),
);
