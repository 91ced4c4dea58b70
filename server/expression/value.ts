import type { Exact } from "../number/exact.ts";

/**
 * What a formula works out.
 * - a number is exact: whole numbers and fractions, never binary floating point;
 * - an option of a response is its code: a number where the code was written as one, otherwise a text;
 * - `null` is missing: a blank, an option marked missing, a score that does not exist. It is a value like any other, not a number;
 * - dates, clock times and durations say what they are, so that `rise - bed` can run through midnight and a date can be moved by months.
 */
export type Value = Exact | string | boolean | null | ListValue | CodesValue | DateValue | TimeValue | DurationValue;

/** The members of a span, of a list in square brackets, or of what was worked out from them member by member. */
export interface ListValue {
  readonly kind: "list";
  readonly members: readonly Value[];
  /** One member for each person of a group: the functions that make one value of a list leave out the missing ones. */
  readonly column: boolean;
}

/** The options that were ticked in a multiple response. Nothing ticked is missing, not an empty list of codes. */
export interface CodesValue {
  readonly kind: "codes";
  readonly codes: readonly string[];
}

/** A calendar day as whole days since 1 January 1970. */
export interface DateValue {
  readonly kind: "date";
  readonly day: number;
}

/** A clock time as minutes since midnight, from 0 up to but not including 1440. */
export interface TimeValue {
  readonly kind: "time";
  readonly minutes: Exact;
}

/**
 * A length of time in two parts, because a month has no fixed length: whole and fractional months (a year is 12), and minutes (hours, days and
 * weeks are minutes). They are compared by an average month of the Gregorian calendar; a date is moved by calendar months.
 */
export interface DurationValue {
  readonly kind: "duration";
  readonly months: Exact;
  readonly minutes: Exact;
}

export function isNumber(value: Value): value is Exact {
  return value !== null && typeof value === "object" && !("kind" in value);
}

export function isList(value: Value): value is ListValue {
  return value !== null && typeof value === "object" && "kind" in value && value.kind === "list";
}

export function isKind<Kind extends "codes" | "date" | "time" | "duration">(
  value: Value,
  kind: Kind,
): value is Extract<Value, { kind: Kind }> {
  return value !== null && typeof value === "object" && "kind" in value && value.kind === kind;
}

export function listOf(members: readonly Value[], column = false): ListValue {
  return { kind: "list", members, column };
}

/** The values as one list: a span inside a list in square brackets gives its members. */
export function flatList(values: readonly Value[]): ListValue {
  if (!values.some(isList)) return listOf(values);
  return listOf(
    values.flatMap((value) => (isList(value) ? value.members : [value])),
    values.some((value) => isList(value) && value.column),
  );
}
