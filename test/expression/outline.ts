import type { Expression } from "../../server/expression/expression.ts";
import { printFormula } from "../../server/expression/printFormula.ts";

/** A tree with all its brackets, as `(a + (b * c))`, so that a test shows what holds together. */
export function outline(node: Expression): string {
  switch (node.kind) {
    case "arithmetic":
    case "comparison":
    case "logical":
      return `(${outline(node.left)} ${node.operator} ${outline(node.right)})`;
    case "negation":
      return `(-${outline(node.operand)})`;
    case "not":
      return `(not ${outline(node.operand)})`;
    case "membership":
      return `(${outline(node.value)} in ${outline(node.list)})`;
    case "between":
      return `(${outline(node.value)} between ${outline(node.low)} and ${outline(node.high)})`;
    case "list":
      return `[${node.members.map(outline).join(", ")}]`;
    case "call":
      return `${node.function.text}(${[...node.arguments.map(outline), ...node.named.map(({ name, value }) => `${name.text}=${outline(value)}`)].join(", ")})`;
    case "faulty":
      return "<?>";
    case "missing":
    case "truth":
      return `<${printFormula(node)}>`;
    case "duration":
    case "time":
      return `{${printFormula(node)}}`;
    default:
      return printFormula(node);
  }
}
