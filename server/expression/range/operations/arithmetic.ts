import { type Exact, exact, ONE, ZERO } from "../../../number/exact.ts";
import { power } from "../../../number/power.ts";
import type { ArithmeticOperator } from "../../expression.ts";
import { minutesOf } from "../../moment.ts";
import { calculate, negated } from "../../operators.ts";
import { isNumber, type Value } from "../../value.ts";
import type { Atom, Outcome } from "../atom.ts";
import { holds, type Interval, isSingle, outcomeOf } from "../interval.ts";
import { added, scaled } from "../linear.ts";
import { intervalOf, isMissing, type Measured, MISSING_OUTCOME, outcomesOf } from "../numeric.ts";
import type { Operation } from "../operation.ts";
import { type Measure, measured } from "../pointValue.ts";
import { divided, multiplied } from "../product.ts";
import type { Proof } from "../proof.ts";
import { absolute, listed, remainders } from "../shape.ts";

const MINUS_ONE = exact(-1);
const DAY = exact(1440);
/** Minutes of an average month, in which durations of months and of days are compared. */
export const MONTH = minutesOf({ kind: "duration", months: ONE, minutes: ZERO });

/** `+ - * / mod ^` */
export function arithmeticOperation(operator: ArithmeticOperator): Operation {
  return {
    key: operator,
    type: "any",
    apply: ([left = null, right = null]) => calculate(operator, left, right),
    spread: (atoms) => spread(operator, atoms),
    back: (result, values) => backThrough(operator, result, values),
    line: (values) => lineOf(operator, values),
  };
}

/** The unary minus. */
export const NEGATION: Operation = {
  key: "neg",
  type: "any",
  apply: ([value = null]) => negated(value),
  spread: ([atom]) => {
    if (atom === undefined || atom.kind === "unknown") return undefined;
    const operand = intervalOf(atom);
    if (operand === undefined || operand.measure === "time" || operand.measure === "date") return [MISSING_OUTCOME];
    return [outcomeOf(scaled(operand.interval, MINUS_ONE, ZERO), true, operand.measure)];
  },
  back: (result) => result.neg(),
  line: () => ({ factors: [MINUS_ONE], offset: ZERO }),
};

function spread(operator: ArithmeticOperator, [left, right]: readonly Atom[]): readonly Outcome[] | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (isMissing(left) || isMissing(right)) return [MISSING_OUTCOME];
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  const [a, b] = [intervalOf(left), intervalOf(right)];
  if (a === undefined || b === undefined) return [MISSING_OUTCOME];
  return a.measure === "number" && b.measure === "number" ? numbers(operator, a.interval, b.interval) : moments(operator, a, b);
}

function numbers(operator: ArithmeticOperator, left: Interval, right: Interval): readonly Outcome[] | undefined {
  switch (operator) {
    case "+":
      return [outcomeOf(added(left, right))];
    case "-":
      return [outcomeOf(added(left, scaled(right, MINUS_ONE, ZERO)))];
    case "*":
      return [outcomeOf(multiplied(left, right))];
    case "/":
      return quotients(left, right, "number");
    case "mod":
      return isSingle(right) && right.low.value !== undefined ? modulos(left, right.low.value) : undefined;
    case "^":
      return isSingle(right) && right.low.value !== undefined ? powers(left, right.low.value) : undefined;
  }
}

function quotients(left: Interval, right: Interval, measure: Measure): readonly Outcome[] {
  const { parts, zero } = divided(left, right);
  const missing: Outcome[] = zero === undefined ? [] : [{ atom: { ...MISSING_OUTCOME.atom, sure: true }, proof: zero.proof }];
  if (zero !== undefined && !zero.sure) missing.splice(0, 1, doubtfulMissing());
  return [...outcomesOf(parts, measure), ...missing];
}

function doubtfulMissing(): Outcome {
  return { atom: { kind: "point", value: null, sure: false, tags: [], key: "-?" } };
}

/** By a negative number the remainder is the mirror image of that of the mirrored number. */
function modulos(interval: Interval, divisor: Exact): readonly Outcome[] {
  if (divisor.equals(ZERO)) return [MISSING_OUTCOME];
  if (divisor.gt(ZERO)) return outcomesOf(remainders(interval, divisor));
  const mirrored = remainders(scaled(interval, MINUS_ONE, ZERO), divisor.neg());
  return outcomesOf(mirrored.map(({ part, sure }) => ({ part: scaled(part, MINUS_ONE, ZERO), sure })));
}

/** Whole powers from 1 up; others only where the numbers can be listed. */
function powers(interval: Interval, exponent: Exact): readonly Outcome[] | undefined {
  const values = interval.dense ? listed(interval) : undefined;
  const raise = (value: Exact): Value => calculate("^", value, exponent);
  if (values !== undefined) {
    return values.map((value) => ({ atom: pointAtom(raise(value)), proof: interval.at?.(value) }));
  }
  if (exponent.d !== 1n || exponent.lt(ONE)) return undefined;
  const root = (result: Exact): Exact | undefined => {
    const found = power(result.abs(), exponent.inverse());
    return found?.exact === true ? found.value.mul(result.lt(ZERO) ? -1 : 1) : undefined;
  };
  const even = exponent.n % 2n === 0n;
  const pieces = even ? absolute(interval) : [{ part: interval, sure: true }];
  return outcomesOf(pieces.map(({ part, sure }) => ({ part: monotone(part, (value) => asNumber(raise(value)), root), sure })));
}

function asNumber(value: Value): Exact | undefined {
  return value === null ? undefined : measured(value)?.number;
}

function pointAtom(value: Value): Atom {
  const number = asNumber(value);
  return number === undefined
    ? MISSING_OUTCOME.atom
    : outcomeOf({ low: { value: number, open: false, sure: true }, high: { value: number, open: false, sure: true }, dense: true }).atom;
}

/**
 * The image of an interval under a continuous function that rises. Undefined results (too large to be written down) leave that side open; `back` gives
 * the number that a result comes from, where it is exact.
 */
export function monotone(
  interval: Interval,
  raise: (value: Exact) => Exact | undefined,
  back: (result: Exact) => Exact | undefined,
): Interval {
  const { low, high, dense, step, at } = interval;
  const move = (end: typeof low): typeof low => (end.value === undefined ? end : { ...end, value: raise(end.value) });
  const through = (result: Exact): Proof | undefined => {
    const from = back(result);
    return from === undefined || !holds(interval, from) ? undefined : at?.(from);
  };
  return { low: move(low), high: move(high), dense: dense && step === undefined, at: at && through };
}

/** Clock times run through midnight; durations are added in their own unit, months and days never together. */
function moments(operator: ArithmeticOperator, left: Measured, right: Measured): readonly Outcome[] | undefined {
  const kinds = `${left.measure} ${operator} ${right.measure}`;
  const [a, b] = [left.interval, right.interval];
  switch (kinds) {
    case "time - time":
      return outcomesOf(remainders(added(a, scaled(b, MINUS_ONE, ZERO)), DAY), "minutes");
    case "time + minutes":
    case "minutes + time":
      return outcomesOf(remainders(added(a, b), DAY), "time");
    case "time - minutes":
      return outcomesOf(remainders(added(a, scaled(b, MINUS_ONE, ZERO)), DAY), "time");
    case "date - date":
      return [outcomeOf(scaled(added(a, scaled(b, MINUS_ONE, ZERO)), DAY, ZERO), true, "minutes")];
    case "minutes + minutes":
    case "months + months":
      return [outcomeOf(added(a, b), true, left.measure)];
    case "minutes - minutes":
    case "months - months":
      return [outcomeOf(added(a, scaled(b, MINUS_ONE, ZERO)), true, left.measure)];
    case "number * minutes":
    case "number * months":
      return [outcomeOf(multiplied(a, b), true, right.measure)];
    case "minutes * number":
    case "months * number":
      return [outcomeOf(multiplied(a, b), true, left.measure)];
    case "minutes / number":
    case "months / number":
      return quotients(a, b, left.measure);
    case "minutes / minutes":
    case "months / months":
      return quotients(a, b, "number");
    case "months / minutes":
      return quotients(scaled(a, MONTH, ZERO), b, "number");
    case "minutes / months":
      return quotients(a, scaled(b, MONTH, ZERO), "number");
    default:
      return undefined;
  }
}

/** Sums, differences, and products with a number that is known. */
function lineOf(operator: ArithmeticOperator, [left, right]: readonly (Value | undefined)[]): ReturnType<NonNullable<Operation["line"]>> {
  const [a, b] = [left, right];
  switch (operator) {
    case "+":
      return { factors: [ONE, ONE], offset: ZERO };
    case "-":
      return { factors: [ONE, MINUS_ONE], offset: ZERO };
    case "*":
      if (a !== undefined) return isNumber(a) ? { factors: [ZERO, a], offset: ZERO } : undefined;
      return b !== undefined && isNumber(b) ? { factors: [b, ZERO], offset: ZERO } : undefined;
    case "/":
      return b !== undefined && isNumber(b) && !b.equals(ZERO) ? { factors: [b.inverse(), ZERO], offset: ZERO } : undefined;
    default:
      return undefined;
  }
}

/** The operand from which a result comes, where the other operand is known. */
function backThrough(operator: ArithmeticOperator, result: Exact, [left, right]: readonly (Value | undefined)[]): Exact | undefined {
  const a = left === undefined ? undefined : asNumber(left);
  const b = right === undefined ? undefined : asNumber(right);
  switch (operator) {
    case "+":
      return a !== undefined ? result.sub(a) : b && result.sub(b);
    case "-":
      return a !== undefined ? a.sub(result) : b && result.add(b);
    case "*": {
      const factor = a ?? b;
      return factor === undefined || factor.equals(ZERO) ? undefined : result.div(factor);
    }
    case "/":
      if (b !== undefined) return result.mul(b);
      return a === undefined || result.equals(ZERO) ? undefined : a.div(result);
    default:
      return undefined;
  }
}
