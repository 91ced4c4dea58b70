import type { Call, Comparison, Expression, Logical, Not } from "../expression/expression.ts";
import { ZERO } from "../number/exact.ts";

/** Conditions put together from those that an author wrote, to be asked whether they can hold. They stand where `at` stands. */
export const both = (left: Expression, right: Expression): Logical => ({
  kind: "logical",
  operator: "and",
  left,
  right,
  start: left.start,
  end: left.end,
});

export const negated = (operand: Expression): Not => ({ kind: "not", operand, start: operand.start, end: operand.end });

export const isZero = (left: Expression): Comparison => ({
  kind: "comparison",
  operator: "==",
  left,
  right: { kind: "number", value: ZERO, start: left.start, end: left.end },
  start: left.start,
  end: left.end,
});

export const isThere = (operand: Expression): Call => ({
  kind: "call",
  function: { text: "valid", start: operand.start, end: operand.end },
  arguments: [operand],
  named: [],
  start: operand.start,
  end: operand.end,
});

/** All of them at once; undefined of none. */
export function allOf(conditions: readonly Expression[]): Expression | undefined {
  const [first, ...rest] = conditions;
  return first && rest.reduce(both, first);
}
