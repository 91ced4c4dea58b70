import { add, compare, divide, floor, isWhole, modulo, multiply, negate, subtract } from "../number/arithmetic.ts";
import { type Exact, exact, ZERO } from "../number/exact.ts";
import type { DurationUnit } from "./expression.ts";
import type { DateValue, DurationValue, TimeValue } from "./value.ts";

/** The day that an ISO 8601 date (`2026-02-23`) names, or undefined where there is no such day. */
export function parseDate(text: string): DateValue | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : dateOf(Number(year), Number(month), Number(day));
}

/** The date as it is written in data and in formulas. */
export function printDate({ day }: DateValue): string {
  return new Date(day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The clock time that `7:05` or `23:15` names, or undefined where there is no such time. */
export function parseTime(text: string): TimeValue | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return { kind: "time", minutes: exact(Number(hours) * 60 + Number(minutes)) };
}

/** The clock time as `23:15`; parts of a minute are cut off. */
export function printTime({ minutes }: TimeValue): string {
  const whole = floor(minutes).valueOf();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

export function durationOf(amount: Exact, unit: DurationUnit): DurationValue {
  const months = MONTHS[unit];
  if (months !== undefined) return { kind: "duration", months: multiply(amount, months), minutes: ZERO };
  return { kind: "duration", months: ZERO, minutes: multiply(amount, MINUTES[unit] ?? ZERO) };
}

const MONTHS: Partial<Readonly<Record<DurationUnit, Exact>>> = { months: exact(1), years: exact(12) };
const MINUTES: Partial<Readonly<Record<DurationUnit, Exact>>> = {
  minutes: exact(1),
  hours: exact(60),
  days: exact(1440),
  weeks: exact(10080),
};

const DAY = exact(1440);
const MILLISECONDS = 86_400_000;

/** 400 years of the Gregorian calendar have 146,097 days, so an average month has 30.436875. */
const MINUTES_OF_A_MONTH = exact(146_097 * 1440, 4800);

/** The length in minutes, a month taken as an average one. */
export function minutesOf({ months, minutes }: DurationValue): Exact {
  return months.n === 0n ? minutes : add(minutes, multiply(months, MINUTES_OF_A_MONTH));
}

/** -1, 0 or 1 as the first is shorter, as long as or longer. Months compare exactly with months, days with days. */
export function compareDurations(a: DurationValue, b: DurationValue): -1 | 0 | 1 {
  return compare(minutesOf(a), minutesOf(b));
}

export function addDurations(a: DurationValue, b: DurationValue): DurationValue {
  return { kind: "duration", months: add(a.months, b.months), minutes: add(a.minutes, b.minutes) };
}

export function scaleDuration({ months, minutes }: DurationValue, by: Exact): DurationValue {
  return { kind: "duration", months: multiply(months, by), minutes: multiply(minutes, by) };
}

/** How many times the second goes into the first; undefined where it has no length. */
export function ratioOfDurations(a: DurationValue, b: DurationValue): Exact | undefined {
  return divide(minutesOf(a), minutesOf(b));
}

/** From one clock time forward to another, through midnight where needed: from 23:15 to 07:00 are 7 hours 45 minutes. */
export function fromTimeToTime(from: TimeValue, to: TimeValue): DurationValue {
  return { kind: "duration", months: ZERO, minutes: modulo(subtract(to.minutes, from.minutes), DAY) ?? ZERO };
}

/** A clock time some duration later (or, of a negative one, earlier), round the clock. */
export function moveTime(time: TimeValue, by: DurationValue): TimeValue {
  return { kind: "time", minutes: modulo(add(time.minutes, minutesOf(by)), DAY) ?? ZERO };
}

export function fromDateToDate(from: DateValue, to: DateValue): DurationValue {
  return { kind: "duration", months: ZERO, minutes: multiply(exact(to.day - from.day), DAY) };
}

/**
 * A date some duration later or earlier: first by whole calendar months (31 January and a month is the last day of February), then by days.
 * What is left of a month or of a day counts as an average month, and only whole days move a date.
 */
export function moveDate(date: DateValue, by: DurationValue): DateValue {
  const whole = towardsZero(by.months);
  const rest = isWhole(by.months) ? ZERO : multiply(subtract(by.months, whole), MINUTES_OF_A_MONTH);
  const days = divide(add(by.minutes, rest), DAY) ?? ZERO;
  const { year, month, day } = partsOfDate(date);
  const target = year * 12 + month - 1 + whole.valueOf();
  const [toYear, toMonth] = [Math.floor(target / 12), (((target % 12) + 12) % 12) + 1];
  const moved = dayNumber(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
  return { kind: "date", day: moved + towardsZero(days).valueOf() };
}

function towardsZero(x: Exact): Exact {
  return x.s < 0n ? negate(floor(negate(x))) : floor(x);
}

/** Whole years completed from one date to another, as an age is counted; negative where the second is earlier. A 29 February completes its year on 1 March. */
export function completedYears(from: DateValue, to: DateValue): number {
  if (to.day < from.day) return -completedYears(to, from);
  const [start, end] = [partsOfDate(from), partsOfDate(to)];
  const before = end.month < start.month || (end.month === start.month && end.day < start.day);
  return end.year - start.year - (before ? 1 : 0);
}

function dateOf(year: number, month: number, day: number): DateValue | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return { kind: "date", day: dayNumber(year, month, day) };
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  // setUTCFullYear takes years before 100 as they are.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MILLISECONDS;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function partsOfDate({ day }: DateValue): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
