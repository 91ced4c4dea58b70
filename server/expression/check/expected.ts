import type { Fix } from "../../problem.ts";
import type { Expression } from "../expression.ts";
import { printFormula } from "../printFormula.ts";
import { isOpen, type Type, wordsFor } from "../type.ts";
import { sentence, writeCode } from "./answers.ts";
import { type Checker, change, wrap } from "./checker.ts";

/** Reports what is not true or false where a condition belongs; `joined` are the parts that and/or join, for a hint. */
export function requireTruth(checker: Checker, node: Expression, type: Type, joined: readonly Expression[] = []): void {
  if (type.kind === "truth" || isOpen(type)) return;
  // In a formula of a group a condition holds for each person, so it may be joined with another person by person.
  if (type.kind === "list" && type.column && joined.length > 0 && type.members.every(({ kind }) => kind === "truth" || kind === "unknown"))
    return;
  const { message, fixes } = explain(checker, node, type, joined);
  checker.report("not-a-truth-value", node, message, fixes);
}

/** Reports what is not one single value where a score's value belongs. */
export function requireValue(checker: Checker, node: Expression, type: Type): void {
  if (type.kind === "list") {
    const text = printFormula(node);
    checker.report("type-mismatch", node, `this is ${wordsFor(type)}, not one value: write sum(${text}), mean(${text}) or the like`);
  } else if (type.kind === "multiple") {
    checker.report(
      "type-mismatch",
      node,
      `"${type.answers.of}" holds several answers: write count(${type.answers.of}) or selected(${type.answers.of}, ...)`,
    );
  }
}

function explain(
  checker: Checker,
  node: Expression,
  type: Type,
  joined: readonly Expression[],
): { readonly message: string; readonly fixes?: readonly Fix[] } {
  const text = printFormula(node);
  const compared = joined.find((part) => part !== node && part.kind === "comparison" && (part.operator === "==" || part.operator === "!="));
  if ((node.kind === "number" || node.kind === "text") && compared?.kind === "comparison") {
    const start = `${printFormula(compared.left)} ${compared.operator} `;
    return {
      message: `${text} alone is not true or false: write ${start}${text}`,
      fixes: [wrap(`Change to ${start}${text}`, node, start, "")],
    };
  }
  switch (type.kind) {
    case "option": {
      const [first] = type.answers.codes.filter(({ missing }) => !missing);
      const written = first === undefined ? undefined : `${text} == ${writeCode(first)}`;
      const fixes = written === undefined ? [] : [change(`Change to ${written}`, node, written)];
      return {
        message: `${sentence(checker, type.answers)}, not with true or false${written === undefined ? "" : `: write, for example, ${written}`}`,
        fixes,
      };
    }
    case "multiple":
      return {
        message: `"${type.answers.of}" holds several answers: write selected(${type.answers.of}, ...) or count(${type.answers.of}) > 0`,
      };
    case "list": {
      if (!type.members.every(({ kind }) => kind === "truth" || kind === "unknown")) break;
      const fixes = ["any", "all"].map((name) => wrap(`Change to ${name}(...)`, node, `${name}(`, ")"));
      return { message: `this is one condition for each member: write any(${text}) or all(${text})`, fixes };
    }
    case "number":
      if (node.kind === "name") return { message: `"${text}" is a number, not true or false: compare it, for example ${text} >= 1` };
      break;
    default:
  }
  return { message: `this is ${wordsFor(type)}, not true or false` };
}
