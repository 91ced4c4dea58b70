import type { DurationUnit } from "../expression/expression.ts";
import { durationOf, parseTime } from "../expression/moment.ts";
import type { DurationValue, TimeValue } from "../expression/value.ts";
import { exact, parseExact } from "../number/exact.ts";

/** `23:15`, `7:05`, or with seconds that are zero, as statistics packages write clock times. */
export function readClock(text: string): TimeValue | undefined {
  return parseTime(text.replace(/^(\d{1,2}:\d{2}):00(?:\.0+)?$/, "$1"));
}

/** `90 minutes`, `1:30` (hours and minutes), or a bare number in the response's own unit. Never below zero. */
export function readDuration(text: string, unit: string | undefined): DurationValue | undefined {
  const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text);
  if (clock !== null) return durationOf(exact(Number(clock[1]) * 60 + Number(clock[2])), "minutes");
  const [, digits = "", word = ""] = /^([^\sa-z]+)\s*([a-z]*)$/.exec(text.toLowerCase()) ?? [];
  const amount = parseExact(digits);
  const known = unitOf(word || (unit ?? "").trim().toLowerCase());
  return amount === undefined || known === undefined || amount.s < 0n ? undefined : durationOf(amount, known);
}

const UNITS: readonly DurationUnit[] = ["minutes", "hours", "days", "weeks", "months", "years"];

function unitOf(word: string): DurationUnit | undefined {
  return UNITS.find((unit) => unit === word || unit === `${word}s`);
}
