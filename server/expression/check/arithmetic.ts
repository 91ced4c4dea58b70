import type { Arithmetic, ArithmeticOperator, Expression, Negation } from "../expression.ts";
import { isNumeric, isOpen, kindsOf, memberwiseType, NUMBER, singlesOf, type Type, UNKNOWN, wordsFor } from "../type.ts";
import { quotedHint, sentence } from "./answers.ts";
import { type Checker, wrap } from "./checker.ts";
import { reportCodesForScores } from "./scores.ts";

/** `a + b` and the other operators, also on dates, clock times and durations, member by member on lists. */
export function typeOfOperation(checker: Checker, node: Arithmetic): Type {
  const left = operand(checker, node.left);
  const right = operand(checker, node.right);
  if (differentLengths(checker, node, left, right)) return UNKNOWN;
  let result: Type = UNKNOWN;
  for (const a of kindsOf(left)) {
    for (const b of kindsOf(right)) {
      const found = combine(node.operator, a, b);
      if (found === undefined) {
        reportOperands(checker, node, a, b);
        return UNKNOWN;
      }
      result = found;
    }
  }
  return memberwiseType([left, right], result);
}

export function negationType(checker: Checker, node: Negation): Type {
  const type = operand(checker, node.operand);
  const wrong = singlesOf(type).find((single) => !isNumeric(single) && single.kind !== "duration");
  if (wrong === undefined) return memberwiseType([type], singlesOf(type)[0]?.kind === "duration" ? { kind: "duration" } : NUMBER);
  checker.report("type-mismatch", node.operand, notANumber(checker, wrong));
  return UNKNOWN;
}

/** The type of an operand; where its score was meant instead of its code the score's, once that has been reported. */
function operand(checker: Checker, node: Expression): Type {
  const type = checker.typeOf(node);
  return reportCodesForScores(checker, node) ? memberwiseType([type], NUMBER) : type;
}

/** Reports two lists of different lengths under one operator. */
export function differentLengths(checker: Checker, node: Expression, left: Type, right: Type): boolean {
  if (
    left.kind !== "list" ||
    right.kind !== "list" ||
    left.length === undefined ||
    right.length === undefined ||
    left.length === right.length
  )
    return false;
  checker.report("type-mismatch", node, `the two sides have ${left.length} and ${right.length} members, and are taken member by member`);
  return true;
}

function combine(operator: ArithmeticOperator, left: Type, right: Type): Type | undefined {
  if (isNumeric(left) && isNumeric(right)) return isOpen(left) && isOpen(right) ? UNKNOWN : NUMBER;
  if (isOpen(left) || isOpen(right)) return UNKNOWN;
  const [a, b] = [isNumeric(left) ? "number" : left.kind, isNumeric(right) ? "number" : right.kind];
  const result = RESULTS[`${a} ${operator} ${b}`];
  return result === undefined ? undefined : { kind: result };
}

const RESULTS: Readonly<Record<string, "number" | "date" | "time" | "duration">> = {
  "time - time": "duration",
  "date - date": "duration",
  "date + duration": "date",
  "duration + date": "date",
  "date - duration": "date",
  "time + duration": "time",
  "duration + time": "time",
  "time - duration": "time",
  "duration + duration": "duration",
  "duration - duration": "duration",
  "duration * number": "duration",
  "number * duration": "duration",
  "duration / number": "duration",
  "duration / duration": "number",
};

function reportOperands(checker: Checker, node: Arithmetic, left: Type, right: Type): void {
  const [wrong, type] = isCalculable(left) ? [node.right, right] : [node.left, left];
  if (!isCalculable(type)) {
    checker.report(
      "type-mismatch",
      wrong,
      notANumber(checker, type),
      type.kind === "truth" ? [wrap("Count it: if(..., 1, 0)", wrong, "if(", ", 1, 0)")] : [],
    );
    return;
  }
  const times = [left.kind, right.kind].includes("duration") || left.kind === right.kind;
  const hint = times ? "" : "; minutes(...) and hours(...) make a number of a duration or a clock time";
  checker.report("type-mismatch", node, `"${node.operator}" does not go with ${wordsFor(left)} and ${wordsFor(right)}${hint}`);
}

function isCalculable(type: Type): boolean {
  return isNumeric(type) || type.kind === "date" || type.kind === "time" || type.kind === "duration";
}

/** Why something cannot be calculated with. */
export function notANumber(checker: Checker, type: Type): string {
  switch (type.kind) {
    case "option":
      return `${sentence(checker, type.answers)}, and labels cannot be calculated with${quotedHint(type.answers)}`;
    case "multiple":
      return `"${type.answers.of}" holds several answers: count(${type.answers.of}) is how many`;
    case "truth":
      return "this is true or false, not a number: count(...) counts what is true";
    default:
      return `this is ${wordsFor(type)}, not a number`;
  }
}
