import type { ArithmeticOperator, ComparisonOperator, Expression } from "../../expression/expression.ts";
import { ONE } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";

/** A formula with one slip in it. */
export interface FormulaMutant {
  readonly node: Expression;
  readonly change: string;
}

const COMPARISONS: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  ">=": ">",
  ">": ">=",
  "<=": "<",
  "<": "<=",
  "==": "!=",
  "!=": "==",
};
const ARITHMETIC: Partial<Readonly<Record<ArithmeticOperator, ArithmeticOperator>>> = { "+": "-", "-": "+", "*": "/", "/": "*" };
const FUNCTIONS: Readonly<Record<string, string>> = {
  any: "all",
  all: "any",
  min: "max",
  max: "min",
  sum: "mean",
  mean: "sum",
  floor: "ceil",
  ceil: "floor",
};

/** Every formula that differs in one operator, one number or one function from this one. */
export function* formulaMutants(node: Expression): Generator<FormulaMutant> {
  yield* ownMutants(node);
  for (const [part, put] of replaceableParts(node)) {
    for (const mutant of formulaMutants(part)) yield { node: put(mutant.node), change: mutant.change };
  }
}

function* ownMutants(node: Expression): Generator<FormulaMutant> {
  switch (node.kind) {
    case "comparison": {
      const operator = COMPARISONS[node.operator];
      yield { node: { ...node, operator }, change: `${node.operator} became ${operator}` };
      return;
    }
    case "arithmetic": {
      const operator = ARITHMETIC[node.operator];
      if (operator !== undefined) yield { node: { ...node, operator }, change: `${node.operator} became ${operator}` };
      return;
    }
    case "logical": {
      const operator = node.operator === "and" ? "or" : "and";
      yield { node: { ...node, operator }, change: `"${node.operator}" became "${operator}"` };
      return;
    }
    case "number": {
      const value = node.value.add(ONE);
      yield { node: { ...node, value }, change: `${printExact(node.value)} became ${printExact(value)}` };
      return;
    }
    case "not":
      yield { node: node.operand, change: `"not" was lost` };
      return;
    case "negation":
      yield { node: node.operand, change: "a minus was lost" };
      return;
    case "call": {
      const text = FUNCTIONS[node.function.text];
      if (text !== undefined)
        yield { node: { ...node, function: { ...node.function, text } }, change: `${node.function.text} became ${text}` };
      return;
    }
    default:
      return;
  }
}

type Put = (part: Expression) => Expression;

/** The parts of a node, each with a way to put another in its place. */
function replaceableParts(node: Expression): readonly (readonly [Expression, Put])[] {
  switch (node.kind) {
    case "list":
      return node.members.map((member, place) => [member, (part) => ({ ...node, members: node.members.with(place, part) })]);
    case "negation":
    case "not":
      return [[node.operand, (operand) => ({ ...node, operand })]];
    case "arithmetic":
    case "comparison":
    case "logical":
      return [
        [node.left, (left) => ({ ...node, left })],
        [node.right, (right) => ({ ...node, right })],
      ];
    case "membership":
      return [
        [node.value, (value) => ({ ...node, value })],
        [node.list, (list) => ({ ...node, list })],
      ];
    case "between":
      return [
        [node.value, (value) => ({ ...node, value })],
        [node.low, (low) => ({ ...node, low })],
        [node.high, (high) => ({ ...node, high })],
      ];
    case "call":
      return [
        ...node.arguments.map((argument, place): readonly [Expression, Put] => [
          argument,
          (part) => ({ ...node, arguments: node.arguments.with(place, part) }),
        ]),
        ...node.named.map((argument, place): readonly [Expression, Put] => [
          argument.value,
          (value) => ({ ...node, named: node.named.with(place, { ...argument, value }) }),
        ]),
      ];
    default:
      return [];
  }
}
