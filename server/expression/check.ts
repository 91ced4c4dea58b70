import type { Problem } from "../problem.ts";
import { negationType, typeOfOperation } from "./check/arithmetic.ts";
import { typeOfCall } from "./check/call.ts";
import { Checker } from "./check/checker.ts";
import { typeOfBetween, typeOfComparison, typeOfMembership } from "./check/comparison.ts";
import { requireTruth, requireValue } from "./check/expected.ts";
import { typeOfName, typeOfSpan } from "./check/names.ts";
import type { Expression } from "./expression.ts";
import type { Scope } from "./scope.ts";
import { memberwiseType, NUMBER, singlesOf, TEXT, TRUTH, type Type, UNKNOWN } from "./type.ts";

/** What the place of a formula asks for: a condition, or one value of any kind. */
export type Expected = "truth" | "value";

export interface Checked {
  readonly type: Type;
  /** In the order of their places. Their ranges are those of the nodes. */
  readonly problems: readonly Problem[];
  /** The type of every node, for hover and completion. */
  readonly types: ReadonlyMap<Expression, Type>;
}

/**
 * Finds what is wrong with a formula's meaning: names that are not there, values that do not go together, codes that a response does not have.
 * What the parser could not read (`faulty`) and what has been reported fits everywhere, so that one mistake gives one finding.
 */
export function checkFormula(tree: Expression, scope: Scope, expected?: Expected): Checked {
  const checker = new Checker(scope, typeOfNode);
  const type = checker.typeOf(tree);
  if (expected === "truth") requireTruth(checker, tree, type);
  if (expected === "value") requireValue(checker, tree, type);
  return { type, problems: checker.problems.sort((a, b) => a.range.start - b.range.start), types: checker.types };
}

function typeOfNode(checker: Checker, node: Expression): Type {
  switch (node.kind) {
    case "number":
      return NUMBER;
    case "text":
      return TEXT;
    case "truth":
      return TRUTH;
    case "missing":
      return { kind: "missing" };
    case "duration":
      return { kind: "duration" };
    case "time":
      return { kind: "time" };
    case "name":
      return typeOfName(checker, node);
    case "span":
      return typeOfSpan(checker, node);
    case "list": {
      const members = node.members.map((member) => checker.typeOf(member));
      const column = members.some((type) => type.kind === "list" && type.column);
      const singles = members.flatMap(singlesOf);
      return { kind: "list", members: singles, length: column || singles.some(isUnknown) ? undefined : singles.length, column };
    }
    case "negation":
      return negationType(checker, node);
    case "arithmetic":
      return typeOfOperation(checker, node);
    case "not":
      return truthOfParts(checker, [node.operand]);
    case "logical":
      return truthOfParts(checker, [node.left, node.right]);
    case "comparison":
      return typeOfComparison(checker, node);
    case "membership":
      return typeOfMembership(checker, node);
    case "between":
      return typeOfBetween(checker, node);
    case "call":
      return typeOfCall(checker, node);
    case "faulty":
      return UNKNOWN;
  }
}

function truthOfParts(checker: Checker, parts: readonly Expression[]): Type {
  const types = parts.map((part) => checker.typeOf(part));
  for (const [index, part] of parts.entries()) requireTruth(checker, part, types[index] ?? UNKNOWN, parts);
  return memberwiseType(types, TRUTH);
}

function isUnknown(type: Type): boolean {
  return type.kind === "unknown";
}
