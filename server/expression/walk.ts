import type { Expression } from "./expression.ts";

/** The direct parts of a node, in the order they are written. Names and literals have none; a span has its two ends. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "span":
      return [node.first, node.last];
    case "list":
      return node.members;
    case "negation":
    case "not":
      return [node.operand];
    case "arithmetic":
    case "comparison":
    case "logical":
      return [node.left, node.right];
    case "membership":
      return [node.value, node.list];
    case "between":
      return [node.value, node.low, node.high];
    case "call":
      return [...node.arguments, ...node.named.map((argument) => argument.value)];
    default:
      return [];
  }
}

/** Visits a node and everything below it, parents first. */
export function eachNode(node: Expression, visit: (node: Expression) => void): void {
  visit(node);
  for (const part of partsOf(node)) eachNode(part, visit);
}
