import { compare } from "../../number/arithmetic.ts";
import { parseExact } from "../../number/exact.ts";
import type { Between, Comparison, ComparisonOperator, Expression, Membership } from "../expression.ts";
import { parseDate } from "../moment.ts";
import { printFormula } from "../printFormula.ts";
import {
  type Answers,
  canBe,
  isNumeric,
  isOpen,
  kindsOf,
  memberwiseType,
  singlesOf,
  TRUTH,
  type Type,
  UNKNOWN,
  wordsFor,
} from "../type.ts";
import { checkCode, literalCode, noDate, quotedHint, sentence, writeCode } from "./answers.ts";
import { differentLengths } from "./arithmetic.ts";
import { type Checker, change } from "./checker.ts";

/** `== != < <= > >=` */
export function typeOfComparison(checker: Checker, node: Comparison): Type {
  const [left, right] = typesOfSides(checker, node.left, node.right);
  const result = memberwiseType([left, right], TRUTH);
  const missing = [node.left, node.right].findIndex(({ kind }) => kind === "missing");
  if (missing >= 0) {
    const other = `missing(${printFormula(missing === 0 ? node.right : node.left)})`;
    const written = node.operator === "!=" ? `not ${other}` : other;
    const fixes = node.operator === "==" || node.operator === "!=" ? [change(`Change to ${written}`, node, written, true)] : [];
    checker.report("type-mismatch", node, `a comparison with missing is never true: write ${written}`, fixes);
    return result;
  }
  if (!differentLengths(checker, node, left, right)) compareSides(checker, node, node.operator, node.left, node.right);
  return result;
}

/** `x in [1, 2]` */
export function typeOfMembership(checker: Checker, node: Membership): Type {
  const value = checker.typeOf(node.value);
  if (node.list.kind === "list") {
    if (node.list.members.length === 0) checker.report("type-mismatch", node.list, "this list has no members, so nothing is in it");
    for (const member of node.list.members) {
      typesOfSides(checker, node.value, member);
      compareSides(checker, member, "==", node.value, member);
    }
    checker.typeOf(node.list);
    return memberwiseType([value], TRUTH);
  }
  const list = checker.typeOf(node.list);
  if (list.kind === "multiple") {
    const written = `selected(${printFormula(node.list)}, ${printFormula(node.value)})`;
    checker.report("type-mismatch", node, `"${list.answers.of}" holds several answers: write ${written}`, [
      change(`Change to ${written}`, node, written, true),
    ]);
  } else if (!isOpen(list)) {
    const text = printFormula(node.list);
    const hint = list.kind === "list" ? `; any(${text} == ${printFormula(node.value)}) asks whether one of them is` : `, such as [${text}]`;
    checker.report("type-mismatch", node.list, `"in" needs a list in square brackets${hint}`);
  }
  return memberwiseType([value], TRUTH);
}

/** `x between 3 and 5` */
export function typeOfBetween(checker: Checker, node: Between): Type {
  const types = [node.value, node.low, node.high].map((part) => checker.typeOf(part));
  if (compareSides(checker, node.low, "<=", node.value, node.low)) compareSides(checker, node.high, "<=", node.value, node.high);
  const [low, high] = [literalCode(node.low), literalCode(node.high)];
  if (typeof low === "object" && typeof high === "object" && compare(low, high) > 0) {
    const [a, b] = [printFormula(node.low), printFormula(node.high)];
    const fix = {
      title: `Change to between ${b} and ${a}`,
      safe: false,
      edits: [change("", node.low, b), change("", node.high, a)].flatMap(({ edits }) => edits),
    };
    checker.report(
      "inverted-bounds",
      { start: node.low.start, end: node.high.end },
      `nothing lies between ${a} and ${b}: the lower end comes first`,
      [fix],
    );
  }
  return memberwiseType(types, TRUTH);
}

/** The types of two sides; a code that was written without quotation marks (`leave_past == yes`) is reported as such, not as an unknown name. */
function typesOfSides(checker: Checker, left: Expression, right: Expression): readonly [Type, Type] {
  const [first, second] = isBareCode(checker, left) ? [right, left] : [left, right];
  reportBareCode(checker, checker.typeOf(first), second);
  return [checker.typeOf(left), checker.typeOf(right)];
}

/** Reports a code that was written without quotation marks where an answer of that type is meant. */
export function reportBareCode(checker: Checker, type: Type, node: Expression): void {
  if (!isBareCode(checker, node)) return;
  const answers = type.kind === "multiple" ? [type.answers] : answersOf(type);
  const code = answers.flatMap(({ codes }) => codes).find((one) => one.code === node.id);
  if (code === undefined) return;
  const message = `"${node.id}" is a code of "${answers[0]?.of ?? ""}": write it in quotation marks`;
  checker.report("undefined-name", node, message, [change(`Change to ${writeCode(code)}`, node, writeCode(code), true)]);
  checker.types.set(node, UNKNOWN);
}

function isBareCode(checker: Checker, node: Expression): node is Extract<Expression, { kind: "name" }> {
  return node.kind === "name" && node.property === undefined && checker.scope.find(node.id) === undefined;
}

function answersOf(type: Type): readonly Answers[] {
  return singlesOf(type).flatMap((single) => (single.kind === "option" || single.kind === "number" ? (single.answers ?? []) : []));
}

/** Reports where two sides cannot be compared; false where it did. `at` is what is to be changed where no side is at fault. */
function compareSides(checker: Checker, at: Expression, operator: ComparisonOperator, left: Expression, right: Expression): boolean {
  const [leftType, rightType] = [checker.typeOf(left), checker.typeOf(right)];
  const equality = operator === "==" || operator === "!=";
  for (const [literal, other] of [
    [right, leftType],
    [left, rightType],
  ] as const) {
    // A number may have answers besides its numbers, such as "not applicable".
    if (
      equality &&
      literal.kind === "text" &&
      answersOf(other).some(({ codes }) => codes.some(({ code, missing }) => !missing && code === literal.value))
    )
      return true;
    if (literal.kind === "truth" && other.kind === "option") {
      checker.report("impossible-option-comparison", literal, `${sentence(checker, other.answers)}, not true or false`);
      return false;
    }
    if (literal.kind === "text" && reportQuoted(checker, literal, other)) return false;
    if (equality && checkCode(checker, literal, answersOf(other))) return false;
  }
  if (equality && reportNothingInCommon(checker, at, leftType, rightType)) return false;
  for (const a of kindsOf(leftType)) {
    for (const b of kindsOf(rightType)) {
      const reason = obstacle(checker, operator, a, b, left, right);
      if (reason === undefined) continue;
      checker.report(
        "type-mismatch",
        literalCode(right) === undefined && literalCode(left) === undefined ? at : literalCode(right) === undefined ? left : right,
        reason,
      );
      return false;
    }
  }
  return true;
}

/** Two answers that can never be the same, because no code is in both responses. */
function reportNothingInCommon(checker: Checker, at: Expression, left: Type, right: Type): boolean {
  if (left.kind !== "option" || right.kind !== "option" || left.answers.numbers !== undefined || right.answers.numbers !== undefined)
    return false;
  const known = left.answers.codes.filter(({ missing }) => !missing);
  if (
    known.length === 0 ||
    right.answers.codes.every((code) => code.missing) ||
    known.some(({ code, number }) => canBe(right.answers, number ?? code))
  )
    return false;
  checker.report(
    "impossible-option-comparison",
    at,
    `${sentence(checker, left.answers)}, and ${sentence(checker, right.answers)}: they are never the same`,
  );
  return true;
}

/** A number in quotation marks beside a number, or a text that is no date beside a date. */
function reportQuoted(checker: Checker, literal: Extract<Expression, { kind: "text" }>, other: Type): boolean {
  const [single] = singlesOf(other);
  if (single?.kind === "date" && parseDate(literal.value) === undefined) {
    checker.report("type-mismatch", literal, noDate(literal.value));
    return true;
  }
  if (single?.kind !== "number" || parseExact(literal.value) === undefined) return false;
  checker.report("type-mismatch", literal, `a number stands without quotation marks: ${literal.value}`, [
    change(`Change to ${literal.value}`, literal, literal.value, true),
  ]);
  return true;
}

/** Why two values cannot be compared; undefined where they can. */
function obstacle(
  checker: Checker,
  operator: ComparisonOperator,
  left: Type,
  right: Type,
  leftNode: Expression,
  rightNode: Expression,
): string | undefined {
  if (isOpen(left) || isOpen(right)) return undefined;
  for (const type of [left, right]) {
    if (type.kind === "multiple")
      return `"${type.answers.of}" holds several answers: write selected(${type.answers.of}, ${printFormula(type === left ? rightNode : leftNode)}) or count(${type.answers.of})`;
  }
  if (isNumeric(left) && isNumeric(right)) return undefined;
  if (operator !== "==" && operator !== "!=") {
    const unordered = [left, right].find(
      (type) => !isNumeric(type) && (type.kind === "option" || type.kind === "text" || type.kind === "truth"),
    );
    if (isDateText(left, right, rightNode) || isDateText(right, left, leftNode)) return undefined;
    if (unordered?.kind === "option") return `${sentence(checker, unordered.answers)}, which have no order${quotedHint(unordered.answers)}`;
    if (unordered !== undefined && left.kind === right.kind) return `${wordsFor(unordered)} has no order: only == and != compare it`;
  } else {
    const [a, b] = [left.kind === "option" ? "text" : left.kind, right.kind === "option" ? "text" : right.kind];
    if (a === "text" && b === "text") return undefined;
    if (isDateText(left, right, rightNode) || isDateText(right, left, leftNode)) return undefined;
    if (left.kind === "truth" && right.kind === "truth") return undefined;
  }
  if (left.kind === right.kind && (left.kind === "date" || left.kind === "time" || left.kind === "duration")) return undefined;
  return `${wordsFor(left)} cannot be compared with ${wordsFor(right)}${hintFor(left, right, leftNode, rightNode)}`;
}

function isDateText(date: Type, text: Type, node: Expression): boolean {
  return date.kind === "date" && text.kind === "text" && node.kind === "text";
}

function hintFor(left: Type, right: Type, leftNode: Expression, rightNode: Expression): string {
  const [number, text] = left.kind === "number" ? [leftNode, right] : [rightNode, left];
  if (number.kind === "name" && number.property === undefined && text.kind === "text") return `; did you mean "${number.id}.band"?`;
  const kinds = [left.kind, right.kind];
  if (kinds.includes("time")) return "; a clock time is written as 22:00";
  if (kinds.includes("duration")) return "; a duration is written with its unit, as 6 months";
  return kinds.includes("truth") ? "; it stands by itself as a condition" : "";
}
