import { readList } from "./brackets.ts";
import { type Cursor, replace } from "./cursor.ts";
import type { ComparisonOperator } from "./expression.ts";
import { operatorAt } from "./operator.ts";
import { build, COMPARISON, faulty, join, type Part, POWER, type ReadExpression, SUM } from "./parts.ts";
import type { Token } from "./tokens.ts";

/** Reads `== != < <= > >=`, `in [..]` or `between .. and ..` after its left side, and whatever comes close to them. */
export function readComparison(cursor: Cursor, left: Part, operator: string, read: ReadExpression): Part {
  const first = readOne(cursor, left, operator, read);
  const another = operatorAt(cursor);
  if (another === undefined || POWER[another] !== COMPARISON || cursor.lost) return first;
  // 1 < a < 5 is read as what it surely means; the second comparison has an empty left side so that no name stands twice in the tree.
  const sign = cursor.peek();
  const second = readOne(cursor, faulty(cursor, first.to), another, read);
  reportChain(cursor, first, operator, sign, another, second);
  return join(cursor, first, second, (start, end) => ({
    kind: "logical",
    operator: "and",
    left: first.node,
    right: second.node,
    start,
    end,
  }));
}

interface Compared extends Part {
  /** Where the right side of a plain comparison stands. */
  readonly right?: Part;
}

const SIGNS: Readonly<Record<string, ComparisonOperator>> = {
  "==": "==",
  "!=": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "=": "==",
};

function readOne(cursor: Cursor, left: Part, operator: string, read: ReadExpression): Compared {
  const token = cursor.next();
  if (token.text === "not") return readNegated(cursor, left, token, read);
  if (operator === "in") return readMembership(cursor, left, read);
  if (operator === "between") return readBetween(cursor, left, token, read);
  if (operator === "is") return readIs(cursor, left, token, read);
  if (operator === "=") {
    cursor.note(token.start, token.end, "use == to compare", replace("Write ==", true, token.start, token.end, "=="));
  } else if (token.kind === "word") {
    const message = `write "${operator}" instead of "${token.text}"`;
    cursor.note(token.start, token.end, message, replace(`Write ${operator}`, true, token.start, token.end, operator));
  }
  return compared(cursor, left, SIGNS[operator] ?? "==", read);
}

function compared(cursor: Cursor, left: Part, operator: ComparisonOperator, read: ReadExpression): Compared {
  const right = read(SUM);
  const { node, from, to, depth } = join(cursor, left, right, (start, end) => ({
    kind: "comparison",
    operator,
    left: left.node,
    right: right.node,
    start,
    end,
  }));
  return { node, from, to, depth, right };
}

function reportChain(cursor: Cursor, first: Compared, operator: string, sign: Token, another: string, second: Part): void {
  const middle = first.right && cursor.slice(first.right.from, first.right.to);
  if (middle === undefined) {
    cursor.report(sign.start, sign.end, 'comparisons do not chain: join them with "and"');
    return;
  }
  const full = `${cursor.slice(first.from, first.to)} and ${middle} ${cursor.slice(sign.start, second.to)}`;
  const example = full.length <= 80 ? full : "a < b and b < c";
  // Where both signs point the same way nothing else can be meant; `a == b == c` may compare a truth value.
  const safe = /^[<>]/.test(operator) && operator[0] === another[0];
  const edits = [{ from: first.to, to: first.to, newText: ` and ${middle}` }];
  cursor.report(first.from, second.to, `comparisons do not chain: write ${example}`, { title: `Write ${example}`, safe, edits });
}

/** `x not in [..]`: here the `not` stands before the whole comparison. */
function readNegated(cursor: Cursor, left: Part, not: Token, read: ReadExpression): Part {
  const operator = cursor.next();
  const edits = [
    { from: left.from, to: left.from, newText: "not " },
    { from: not.start, to: operator.start, newText: "" },
  ];
  const message = `"not" stands before the whole comparison: not ${cursor.slice(left.from, left.to)} ${operator.text} ...`;
  cursor.note(not.start, not.end, message, { title: 'Move "not" to the front', safe: true, edits });
  const positive = operator.text === "in" ? readMembership(cursor, left, read) : readBetween(cursor, left, operator, read);
  return build(cursor, positive.from, positive.to, [positive], (start, end) => ({ kind: "not", operand: positive.node, start, end }));
}

function readMembership(cursor: Cursor, left: Part, read: ReadExpression): Part {
  let list: Part;
  if (cursor.at("symbol", "(")) {
    list = readList(cursor, ")", read);
    const edits = [
      { from: list.from, to: list.from + 1, newText: "[" },
      { from: list.to - 1, to: list.to, newText: "]" },
    ];
    const mend = cursor.lost ? undefined : { title: "Write square brackets", safe: true, edits };
    cursor.note(list.from, list.to, '"in" takes a list in square brackets', mend);
  } else list = read(SUM);
  return join(cursor, left, list, (start, end) => ({ kind: "membership", value: left.node, list: list.node, start, end }));
}

function readBetween(cursor: Cursor, left: Part, between: Token, read: ReadExpression): Part {
  const low = read(SUM);
  const and = cursor.peek();
  let high: Part;
  if (cursor.at("keyword", "and")) {
    cursor.next();
    high = read(SUM);
  } else if (cursor.at("word", "to") || cursor.at("symbol", ",")) {
    cursor.next();
    const [before, after] = and.text === "," ? [" ", cursor.peek().start === and.end ? " " : ""] : ["", ""];
    const mend = replace("Write and", true, and.start, and.end, `${before}and${after}`);
    cursor.note(and.start, and.end, 'the two ends of "between" are joined by "and"', mend);
    high = read(SUM);
  } else {
    cursor.report(between.start, between.end, '"between" needs two ends: between 3 and 5');
    high = faulty(cursor, low.to);
  }
  return build(cursor, left.from, high.to, [left, low, high], (start, end) => ({
    kind: "between",
    value: left.node,
    low: low.node,
    high: high.node,
    start,
    end,
  }));
}

/** `x is missing`, `x is not 3`: plain English that has its own form here. */
function readIs(cursor: Cursor, left: Part, is: Token, read: ReadExpression): Part {
  const not = cursor.at("keyword", "not") ? cursor.next() : undefined;
  if (cursor.at("keyword", "missing") && !cursor.at("symbol", "(", 1)) {
    const word = cursor.next();
    const newText = `${not ? "not " : ""}missing(${cursor.slice(left.from, left.to)})`;
    cursor.note(is.start, word.end, `write ${newText}`, replace(`Write ${newText}`, true, left.from, word.end, newText));
    const call = build(cursor, left.from, word.end, [left], (start, end) => ({
      kind: "call",
      function: { text: "missing", ...cursor.locate(word.start, word.end) },
      arguments: [left.node],
      named: [],
      start,
      end,
    }));
    return not ? build(cursor, call.from, call.to, [call], (start, end) => ({ kind: "not", operand: call.node, start, end })) : call;
  }
  const operator = not ? "!=" : "==";
  const end = not?.end ?? is.end;
  cursor.note(is.start, end, `use ${operator} to compare`, replace(`Write ${operator}`, true, is.start, end, operator));
  return compared(cursor, left, operator, read);
}
