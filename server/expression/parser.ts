import type { Problem } from "../problem.ts";
import { readCall, readGroup, readList } from "./brackets.ts";
import { readComparison } from "./comparison.ts";
import { Cursor, type Locate, replace } from "./cursor.ts";
import type { ArithmeticOperator, Expression } from "./expression.ts";
import { readNameOrSpan, readNumber } from "./names.ts";
import { operatorAt } from "./operator.ts";
import { build, COMPARISON, faulty, join, NOT, type Part, POWER, type ReadExpression, UNARY } from "./parts.ts";
import { missingValue, reportUnexpected } from "./unexpected.ts";

export type { Locate } from "./cursor.ts";

/** What is wrong with the writing of a formula: code `formula-syntax`, an error. Its ranges and the edits of its fixes are located. */
export type FormulaProblem = Problem;

/**
 * Reads a formula. Never fails: where a part cannot be read the tree holds a `faulty` node and the problem is reported.
 * Every range in the tree and in the problems is what `locate` makes of it. The new texts of fixes are formula text: who puts
 * them into a quoted YAML scalar escapes them for that scalar.
 */
export function parseFormula(
  text: string,
  locate: Locate = itself,
): { readonly tree: Expression; readonly problems: readonly FormulaProblem[] } {
  const cursor = new Cursor(text, locate);
  if (cursor.at("symbol", "=")) {
    const { start, end } = cursor.next();
    cursor.note(start, end, 'a formula does not begin with "="', replace('Remove "="', true, start, cursor.peek().start, ""));
  }
  const { node } = expressionReader(cursor)(0);
  if (cursor.peek().kind !== "end") reportUnexpected(cursor);
  return { tree: node, problems: cursor.problems.sort((a, b) => a.range.start - b.range.start) };
}

const itself: Locate = (start, end) => ({ start, end });

/** Deeper trees would overflow the stack of whatever walks them. No formula that a person wrote comes near. */
const DEEPEST_NESTING = 100;
const DEEPEST_TREE = 500;

/** A Pratt parser: each operator takes what holds together more tightly than itself. */
function expressionReader(cursor: Cursor): ReadExpression {
  let nesting = 0;
  const read: ReadExpression = (power) => {
    if (nesting >= DEEPEST_NESTING) return tooDeep(cursor);
    nesting++;
    let left = readPrefix(cursor, power, read);
    for (;;) {
      const operator = operatorAt(cursor);
      if (operator === undefined || (POWER[operator] ?? 0) < power) break;
      if (left.depth >= DEEPEST_TREE) left = tooDeep(cursor);
      else left = readInfix(cursor, left, operator, read);
    }
    nesting--;
    return left;
  };
  return read;
}

function tooDeep(cursor: Cursor): Part {
  const { start, end } = cursor.peek();
  cursor.report(
    start,
    end,
    "this formula is too deep to be read from here on: make helper scores of its parts, or use sum(...) for a long chain",
  );
  cursor.toEnd();
  return faulty(cursor, start);
}

function readInfix(cursor: Cursor, left: Part, operator: string, read: ReadExpression): Part {
  const power = POWER[operator] ?? 0;
  if (power === COMPARISON) return readComparison(cursor, left, operator, read);
  const sign = cursor.next();
  if (operator === "..") return readSpanOfValues(cursor, left, sign, read);
  // `^` runs from right to left: its right side may hold another `^`.
  const right = read(operator === "^" ? power : power + 1);
  if (operator === "and" || operator === "or") {
    return join(cursor, left, right, (start, end) => ({ kind: "logical", operator, left: left.node, right: right.node, start, end }));
  }
  const arithmetic = operator as ArithmeticOperator;
  return join(cursor, left, right, (start, end) => ({
    kind: "arithmetic",
    operator: arithmetic,
    left: left.node,
    right: right.node,
    start,
    end,
  }));
}

/** `1..5` and the like, after the left side was read as a value. */
function readSpanOfValues(cursor: Cursor, left: Part, dots: { readonly start: number; readonly end: number }, read: ReadExpression): Part {
  const right = read(UNARY);
  const numbers = left.node.kind === "number" && right.node.kind === "number";
  const hint = numbers ? `; for numbers write between ${cursor.slice(left.from, left.to)} and ${cursor.slice(right.from, right.to)}` : "";
  cursor.report(dots.start, dots.end, `".." joins the names of two items or two scores${hint}`);
  return join(cursor, left, right, (start, end) => ({ kind: "faulty", start, end }));
}

function readPrefix(cursor: Cursor, power: number, read: ReadExpression): Part {
  const { kind, text } = cursor.peek();
  switch (kind) {
    case "number":
      return readNumber(cursor);
    case "text":
    case "date":
      return leaf(cursor, (start, end) => ({ kind: "text", value: text, start, end }));
    case "time":
      return leaf(cursor, (start, end) => ({ kind: "time", minutes: minutesOf(text), start, end }));
    case "word":
      if (cursor.at("symbol", "(", 1)) return readCall(cursor, read);
      return isSentence(cursor) ? readSentence(cursor) : readNameOrSpan(cursor);
    case "keyword":
      if (text === "true" || text === "false") return leaf(cursor, (start, end) => ({ kind: "truth", value: text === "true", start, end }));
      if (text === "missing")
        return cursor.at("symbol", "(", 1) ? readCall(cursor, read) : leaf(cursor, (start, end) => ({ kind: "missing", start, end }));
      return text === "not" ? readNot(cursor, power, read) : missingValue(cursor);
    case "symbol":
      if (text === "(") return readGroup(cursor, read);
      if (text === "[") return readList(cursor, "]", read);
      return text === "-" || text === "+" ? readSign(cursor, read) : missingValue(cursor);
    default:
      return missingValue(cursor);
  }
}

/** `if a > 2 then ...`, as other programs have it; an item may be named `if`, but no value follows it then. */
function isSentence(cursor: Cursor): boolean {
  const { kind } = cursor.peek(1);
  return cursor.peek().text.toLowerCase() === "if" && (kind === "word" || kind === "number" || kind === "text");
}

function readSentence(cursor: Cursor): Part {
  const { start, end } = cursor.next();
  cursor.report(start, end, "write if(condition, value, otherwise)");
  cursor.toEnd();
  return faulty(cursor, start);
}

function leaf(cursor: Cursor, make: (start: number, end: number) => Expression): Part {
  const { start, end } = cursor.next();
  return build(cursor, start, end, [], make);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function readSign(cursor: Cursor, read: ReadExpression): Part {
  const { text, start, end } = cursor.next();
  if (text === "+") cursor.note(start, end, 'a leading "+" is not needed', replace('Remove "+"', true, start, end, ""));
  const operand = read(UNARY);
  if (text === "+") return { ...operand, from: start };
  return build(cursor, start, operand.to, [operand], (start, end) => ({ kind: "negation", operand: operand.node, start, end }));
}

function readNot(cursor: Cursor, power: number, read: ReadExpression): Part {
  const { start, end } = cursor.next();
  const operand = read(NOT);
  if (power > NOT) {
    const edits = [
      { from: start, to: start, newText: "(" },
      { from: operand.to, to: operand.to, newText: ")" },
    ];
    const mend = { title: "Put it in round brackets", safe: false, edits };
    cursor.note(start, end, 'put "not" and what belongs to it in round brackets', mend);
  }
  return build(cursor, start, operand.to, [operand], (start, end) => ({ kind: "not", operand: operand.node, start, end }));
}
