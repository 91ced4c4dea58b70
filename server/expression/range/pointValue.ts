import { type Exact, exact, ZERO } from "../../number/exact.ts";
import { isKind, isList, isNumber, type Value } from "../value.ts";

/** What the numbers of a stretch count: plain numbers, minutes since midnight, minutes or months of a duration, days of a date. */
export type Measure = "number" | "time" | "minutes" | "months" | "date";

/** A value as a number of its measure; undefined where it has none (texts, truths, missing, a duration of months and days). */
export function measured(value: Value): { readonly measure: Measure; readonly number: Exact } | undefined {
  if (isNumber(value)) return { measure: "number", number: value };
  if (isKind(value, "time")) return { measure: "time", number: value.minutes };
  if (isKind(value, "date")) return { measure: "date", number: exact(value.day) };
  if (!isKind(value, "duration")) return undefined;
  if (value.months.n === 0n) return { measure: "minutes", number: value.minutes };
  return value.minutes.n === 0n ? { measure: "months", number: value.months } : undefined;
}

/** The value that a number of a measure stands for. */
export function valueFor(measure: Measure, number: Exact): Value {
  switch (measure) {
    case "number":
      return number;
    case "time":
      return { kind: "time", minutes: number };
    case "date":
      return { kind: "date", day: number.valueOf() };
    case "minutes":
      return { kind: "duration", months: ZERO, minutes: number };
    case "months":
      return { kind: "duration", months: number, minutes: ZERO };
  }
}

/** A text that is the same for equal values only. */
export function keyOf(value: Value): string {
  if (value === null) return "-";
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (isNumber(value)) return value.d === 1n ? `${value.s * value.n}` : `${value.s * value.n}/${value.d}`;
  if (isList(value)) return `(${value.members.map(keyOf).join(" ")}${value.column ? "c" : ""})`;
  switch (value.kind) {
    case "codes":
      return `{${value.codes.map((code) => JSON.stringify(code)).join()}}`;
    case "date":
      return `d${value.day}`;
    case "time":
      return `t${keyOf(value.minutes)}`;
    case "duration":
      return `l${keyOf(value.months)}+${keyOf(value.minutes)}`;
  }
}
