import type { Expression } from "../../expression/expression.ts";
import { exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { callColumns } from "./call-columns.ts";
import { add, compared, constant, denominator, divide, type Fraction, multiply, negate } from "./fraction.ts";
import { joined, type Layers, NULL_TRUTH, quoted, type Sql, sql } from "./layers.ts";
import type { SqlValue } from "./value.ts";

/** What the names of a formula are in the query. */
export interface Names {
  value(id: string): SqlValue;
  scored(id: string): SqlValue;
  property(id: string, property: string): SqlValue;
  span(first: string, last: string): readonly string[];
  lookup(x: Fraction, table: string): Fraction;
}

/** Writes formulas into one query. */
export interface FormulaWriter {
  readonly names: Names;
  readonly into: Layers;
  /** A hint for the names of columns: the score that the formula belongs to. */
  readonly hint: string;
  write(tree: Expression): SqlValue;
  refuse(what: string): SqlValue;
}

export function formulaWriter(names: Names, into: Layers, hint: string): FormulaWriter {
  const writer: FormulaWriter = {
    names,
    into,
    hint,
    write: (tree) => written(tree, writer),
    refuse: (what) => {
      into.refuse(`"${hint}": ${what}`);
      return { kind: "missing" };
    },
  };
  return writer;
}

function written(tree: Expression, writer: FormulaWriter): SqlValue {
  const { names, write, refuse } = writer;
  switch (tree.kind) {
    case "number":
      return { kind: "number", ...constant(tree.value) };
    case "text":
      return { kind: "text", text: sql`${quoted(tree.value)}` };
    case "truth":
      return { kind: "truth", is: tree.value ? sql`(1 = 1)` : sql`(1 = 0)` };
    case "missing":
    case "faulty":
      return { kind: "missing" };
    case "time":
      return { kind: "time", ...constant(exact(tree.minutes)) };
    case "duration":
      return durationOf(tree, writer);
    case "name":
      return tree.property === undefined ? names.value(tree.id) : names.property(tree.id, tree.property);
    case "span":
      return { kind: "list", members: names.span(tree.first.id, tree.last.id).map((id) => names.value(id)) };
    case "list":
      return { kind: "list", members: tree.members.map(write).flatMap((each) => (each.kind === "list" ? each.members : [each])) };
    case "negation":
      return memberwise([write(tree.operand)], ([one]) =>
        one?.kind === "number"
          ? { kind: "number", ...negate(one) }
          : one?.kind === "missing"
            ? one
            : refuse("a minus before what is no number"),
      );
    case "not":
      return memberwise([write(tree.operand)], ([one]) => ({ kind: "truth", is: sql`(NOT ${truth(one)})` }));
    case "arithmetic":
      return memberwise([write(tree.left), write(tree.right)], ([a, b]) => calculated(tree.operator, a, b, writer));
    case "comparison":
      return memberwise([write(tree.left), write(tree.right)], ([a, b]) => comparison(tree.operator, a, b, writer));
    case "membership": {
      const list = write(tree.list);
      if (list.kind !== "list") return { kind: "truth", is: NULL_TRUTH };
      return memberwise([write(tree.value)], ([one]) => ({
        kind: "truth",
        is: sql`(${joined(
          list.members.map((member) => truth(comparison("==", one, member, writer))),
          " OR ",
        )})`,
      }));
    }
    case "between":
      return memberwise([write(tree.value), write(tree.low), write(tree.high)], ([x, low, high]) => {
        const [above, below] = [truth(comparison(">=", x, low, writer)), truth(comparison("<=", x, high, writer))];
        return { kind: "truth", is: sql`(CASE WHEN ${above} IS NOT NULL AND ${below} IS NOT NULL THEN ${above} AND ${below} END)` };
      });
    case "logical":
      return memberwise([write(tree.left), write(tree.right)], ([a, b]) => ({
        kind: "truth",
        is: sql`(${truth(a)} ${tree.operator === "or" ? "OR" : "AND"} ${truth(b)})`,
      }));
    case "call":
      return callColumns(tree, writer);
  }
}

function durationOf(tree: Extract<Expression, { kind: "duration" }>, { refuse }: FormulaWriter): SqlValue {
  const each = MINUTES[tree.unit];
  return each === undefined ? refuse("durations in months or years") : { kind: "duration", ...constant(tree.amount.mul(exact(each))) };
}

const MINUTES: Readonly<Record<string, number | undefined>> = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 };

/** Single values, or member by member where some are lists of one length. */
export function memberwise(values: readonly SqlValue[], work: (singles: readonly SqlValue[]) => SqlValue): SqlValue {
  const lists = values.flatMap((value) => (value.kind === "list" ? [value.members.length] : []));
  const [length] = lists;
  if (length === undefined) return work(values);
  if (lists.some((other) => other !== length)) return { kind: "missing" };
  const member = (value: SqlValue, place: number): SqlValue =>
    value.kind === "list" ? (value.members[place] ?? { kind: "missing" }) : value;
  return { kind: "list", members: Array.from({ length }, (_, place) => work(values.map((value) => member(value, place)))) };
}

/** A truth value, or NULL where a value is no truth. */
export function truth(value: SqlValue | undefined): Sql {
  return value?.kind === "truth" ? value.is : NULL_TRUTH;
}

function calculated(operator: string, a: SqlValue | undefined, b: SqlValue | undefined, writer: FormulaWriter): SqlValue {
  if (a === undefined || b === undefined || a.kind === "missing" || b.kind === "missing") return { kind: "missing" };
  if (a.kind === "time" && b.kind === "time" && operator === "-") {
    return { kind: "duration", ...modulo(subtract(a, b), constant(exact(1440)), writer) };
  }
  if (a.kind !== "number" || b.kind !== "number") return writer.refuse("arithmetic on dates, durations, roots or texts");
  switch (operator) {
    case "+":
      return { kind: "number", ...add(a, b) };
    case "-":
      return { kind: "number", ...subtract(a, b) };
    case "*":
      return { kind: "number", ...multiply(a, b) };
    case "/":
      return { kind: "number", ...divide(a, { ...b, n: writer.into.keep(`${writer.hint}_divisor`, b.n) }) };
    case "mod":
      return { kind: "number", ...modulo(a, b, writer) };
    default: {
      const power = /^\d$/.test(b.n.sql) && b.d === 1n ? Number(b.n.sql) : 0;
      if (power === 0) return writer.refuse("a power that is not one of 1 to 9");
      const base: Fraction = { n: writer.into.keep(`${writer.hint}_base`, a.n), d: a.d };
      return { kind: "number", ...Array.from({ length: power - 1 }).reduce<Fraction>((product) => multiply(product, base), base) };
    }
  }
}

function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

/** With the sign of the divisor; missing where it is zero. */
function modulo(a: Fraction, b: Fraction, { into, hint }: FormulaWriter): Fraction {
  const above = into.keep(`${hint}_n`, sql`(${a.n} * ${denominator(b)})`);
  const below = into.keep(`${hint}_d`, sql`(${b.n} * ${denominator(a)})`);
  const d = multiply({ n: sql`1`, d: a.d }, { n: sql`1`, d: b.d }).d;
  return { n: sql`(CASE WHEN ${below} <> 0 THEN MOD(MOD(${above}, ${below}) + ${below}, ${below}) END)`, d };
}

export function comparison(operator: string, a: SqlValue | undefined, b: SqlValue | undefined, writer: FormulaWriter): SqlValue {
  if (a === undefined || b === undefined || a.kind === "missing" || b.kind === "missing") return { kind: "truth", is: NULL_TRUTH };
  const sign = { "==": "=", "!=": "<>" }[operator] ?? operator;
  if (a.kind === "truth" && b.kind === "truth") return { kind: "truth", is: sql`(${a.is} ${sign} ${b.is})` };
  if (a.kind === "text" && b.kind === "text" && (sign === "=" || sign === "<>"))
    return { kind: "truth", is: sql`(${a.text} ${sign} ${b.text})` };
  if (a.kind === "number" && b.kind === "text") return numberAndText(a, sign, b.text, writer);
  if (a.kind === "text" && b.kind === "number") return numberAndText(b, sign, a.text, writer);
  const timed = (a.kind === "time" && b.kind === "time") || (a.kind === "duration" && b.kind === "duration");
  if (timed || (a.kind === "number" && b.kind === "number")) return { kind: "truth", is: compared(a, sign, b) };
  return writer.refuse("a comparison of dates, roots or values of different kinds");
}

/** A code that is a number beside one that is written as a text, where either is fixed. */
function numberAndText(number: Fraction, sign: string, text: Sql, writer: FormulaWriter): SqlValue {
  if (sign !== "=" && sign !== "<>") return { kind: "truth", is: NULL_TRUTH };
  const fixed = typeof number.d === "bigint" && /^\(?-?\d+\)?$/.test(number.n.sql) ? BigInt(number.n.sql.replace(/[()]/g, "")) : undefined;
  if (fixed !== undefined && typeof number.d === "bigint") {
    return { kind: "truth", is: sql`(${text} ${sign} ${quoted(printExact(exact(fixed, number.d)))})` };
  }
  return writer.refuse("a number compared with a text");
}
