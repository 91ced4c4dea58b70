import { add, compare, divide, equal, modulo, multiply, negate, subtract } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";
import { power } from "../number/power.ts";
import { printExact } from "../number/print.ts";
import type { ArithmeticOperator, ComparisonOperator } from "./expression.ts";
import {
  addDurations,
  compareDurations,
  fromDateToDate,
  fromTimeToTime,
  moveDate,
  moveTime,
  parseDate,
  ratioOfDurations,
  scaleDuration,
} from "./moment.ts";
import type { Truth } from "./truth.ts";
import { type DurationValue, isKind, isNumber, type Value } from "./value.ts";

/**
 * `+ - * / mod ^` on two single values. Missing where one side is, where a divisor is zero (the finding possible-division-by-zero tells the
 * author), where a power does not exist, and where the two kinds of value cannot be put together (the checker has reported it).
 */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  if (isNumber(left) && isNumber(right)) return NUMBERS[operator](left, right) ?? null;
  return calculateTimes(operator, left, right);
}

const NUMBERS: Readonly<Record<ArithmeticOperator, (a: Exact, b: Exact) => Exact | undefined>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": divide,
  mod: modulo,
  "^": (a, b) => power(a, b)?.value,
};

const MINUS_ONE = exact(-1);

function calculateTimes(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (isKind(right, "duration")) return withDuration(operator, left, right);
  if (isKind(left, "duration") && isNumber(right)) {
    const by = operator === "*" ? right : operator === "/" ? divide(exact(1), right) : undefined;
    return by === undefined ? null : scaleDuration(left, by);
  }
  if (isKind(left, "duration") && operator === "+") return withDuration("+", right, left);
  if (operator !== "-") return null;
  if (isKind(left, "time") && isKind(right, "time")) return fromTimeToTime(right, left);
  return isKind(left, "date") && isKind(right, "date") ? fromDateToDate(right, left) : null;
}

function withDuration(operator: ArithmeticOperator, left: Value, right: DurationValue): Value {
  if (operator === "*") return isNumber(left) ? scaleDuration(right, left) : null;
  if (operator === "/") return isKind(left, "duration") ? (ratioOfDurations(left, right) ?? null) : null;
  if (operator !== "+" && operator !== "-") return null;
  const by = operator === "+" ? right : scaleDuration(right, MINUS_ONE);
  if (isKind(left, "duration")) return addDurations(left, by);
  if (isKind(left, "time")) return moveTime(left, by);
  return isKind(left, "date") ? moveDate(left, by) : null;
}

/** The unary minus. */
export function negated(value: Value): Value {
  if (value === null) return null;
  if (isNumber(value)) return negate(value);
  return isKind(value, "duration") ? scaleDuration(value, MINUS_ONE) : null;
}

/** `== != < <= > >=` on two single values; missing where one side is, and where the two cannot be compared. */
export function compareValues(operator: ComparisonOperator, left: Value, right: Value): Truth {
  if (left === null || right === null) return null;
  if (operator === "==" || operator === "!=") {
    const same = equalValues(left, right);
    return same === null ? null : same === (operator === "==");
  }
  const order = orderOf(left, right);
  if (order === null) return null;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Whether two values that are there are the same. A code is compared as text, and as a number where it was written as one. */
export function equalValues(left: Value, right: Value): Truth {
  if (left === null || right === null) return null;
  if (isNumber(left)) {
    if (isNumber(right)) return equal(left, right);
    return typeof right === "string" ? printExact(left) === right : null;
  }
  if (typeof left === "string" && isNumber(right)) return left === printExact(right);
  if (typeof left === "boolean" || typeof right === "boolean") return typeof left === typeof right ? left === right : null;
  if (typeof left === "string" && typeof right === "string") return left === right;
  const order = orderOf(left, right);
  return order === null ? null : order === 0;
}

function orderOf(left: Value, right: Value): -1 | 0 | 1 | null {
  if (isNumber(left) && isNumber(right)) return compare(left, right);
  if (isKind(left, "date") || isKind(right, "date")) {
    // A date literal is a text in quotation marks.
    const [a, b] = [asDate(left), asDate(right)];
    return a === undefined || b === undefined ? null : sign(a.day - b.day);
  }
  if (isKind(left, "time") && isKind(right, "time")) return compare(left.minutes, right.minutes);
  return isKind(left, "duration") && isKind(right, "duration") ? compareDurations(left, right) : null;
}

function asDate(value: Value) {
  if (typeof value === "string") return parseDate(value);
  return isKind(value, "date") ? value : undefined;
}

function sign(difference: number): -1 | 0 | 1 {
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
