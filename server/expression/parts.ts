import type { Cursor } from "./cursor.ts";
import type { Expression } from "./expression.ts";

/** An expression with the stretch of formula that it takes up, round brackets included, and the height of its tree. */
export interface Part<Node extends Expression = Expression> {
  readonly node: Node;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Reads an expression whose operators hold at least as tightly as `power`. */
export type ReadExpression = (power: number) => Part;

/** How tightly an operator holds its operands; `..` and the unary minus are stronger than all of them. */
export const POWER: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "=": 4,
  is: 4,
  in: 4,
  between: 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  mod: 6,
  "^": 7,
  "..": 9,
};
export const NOT = 3;
export const COMPARISON = 4;
export const SUM = 5;
export const UNARY = 8;

/** A node over a stretch of text and over the parts that it was made of. */
export function build<Node extends Expression>(
  cursor: Cursor,
  from: number,
  to: number,
  parts: readonly Part[],
  make: (start: number, end: number) => Node,
): Part<Node> {
  let depth = 0;
  for (const part of parts) depth = Math.max(depth, part.depth);
  const { start, end } = cursor.locate(from, to);
  return { node: make(start, end), from, to, depth: depth + 1 };
}

/** Two operands under one node. */
export function join<Node extends Expression>(
  cursor: Cursor,
  left: Part,
  right: Part,
  make: (start: number, end: number) => Node,
): Part<Node> {
  return build(cursor, left.from, right.to, [left, right], make);
}

/** Where something was expected and is not there. */
export function faulty(cursor: Cursor, at: number): Part {
  return build(cursor, at, at, [], (start, end) => ({ kind: "faulty", start, end }));
}
