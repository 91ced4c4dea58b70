import { exact } from "../number/exact.ts";
import { exactDecimal, printExact } from "../number/print.ts";
import type { Argument, Expression } from "./expression.ts";
import { printTime } from "./moment.ts";
import { COMPARISON, NOT, POWER, SUM, UNARY } from "./parts.ts";
import { quote } from "./tokens.ts";

/** A formula as it is written, with no more round brackets than it needs. Reading it again gives the same tree. */
export function printFormula(tree: Expression): string {
  return print(tree, 0);
}

/** `least` is the power with which what stands around holds on to it: a looser operator needs brackets. */
function print(node: Expression, least: number): string {
  const [text, power] = write(node);
  return power < least ? `(${text})` : text;
}

const ATOM = 10;

function write(node: Expression): [text: string, power: number] {
  switch (node.kind) {
    case "number":
      return [exactDecimal(node.value) ?? printExact(node.value), ATOM];
    case "text":
      return [quote(node.value), ATOM];
    case "truth":
      return [String(node.value), ATOM];
    case "missing":
      return ["missing", ATOM];
    case "faulty":
      return ["?", ATOM];
    case "duration":
      return [`${exactDecimal(node.amount) ?? printExact(node.amount)} ${node.unit}`, ATOM];
    case "time":
      return [printTime({ kind: "time", minutes: exact(node.minutes) }), ATOM];
    case "name":
      return [node.property === undefined ? node.id : `${node.id}.${node.property}`, ATOM];
    case "span":
      return [`${print(node.first, ATOM)}..${print(node.last, ATOM)}`, ATOM];
    case "list":
      return [`[${node.members.map(printFormula).join(", ")}]`, ATOM];
    case "call":
      return [`${node.function.text}(${[...node.arguments.map(printFormula), ...node.named.map(printNamed)].join(", ")})`, ATOM];
    case "negation":
      return [`-${print(node.operand, UNARY)}`, UNARY];
    case "not":
      return [`not ${print(node.operand, NOT)}`, NOT];
    case "comparison":
      return [`${print(node.left, SUM)} ${node.operator} ${print(node.right, SUM)}`, COMPARISON];
    case "membership":
      return [`${print(node.value, SUM)} in ${print(node.list, SUM)}`, COMPARISON];
    case "between":
      return [`${print(node.value, SUM)} between ${print(node.low, SUM)} and ${print(node.high, SUM)}`, COMPARISON];
    case "logical":
    case "arithmetic": {
      const power = POWER[node.operator] ?? 0;
      // `^` runs from right to left, all others from left to right.
      const [left, right] = node.operator === "^" ? [power + 1, power] : [power, power + 1];
      return [`${print(node.left, left)} ${node.operator} ${print(node.right, right)}`, power];
    }
  }
}

function printNamed({ name, value }: Argument): string {
  return `${name.text}=${printFormula(value)}`;
}
