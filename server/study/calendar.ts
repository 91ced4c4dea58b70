import type { Wave } from "../model/study.ts";
import type { TimeSpan } from "../model/timeSpan.ts";

/** When a person is asked in a wave, in days since 1 January 1970: the day itself, and the first and the last day of its window. */
export interface WaveDates {
  readonly due: number;
  readonly from: number;
  readonly to: number;
}

/** The days of a wave for a person whose anchor is the day given. Without a window the wave is its day alone. Undefined where it says no time. */
export function waveDates(wave: Wave, anchor: number): WaveDates | undefined {
  if (!wave.after) return undefined;
  const due = dayAfter(anchor, wave.after);
  const [from = due, to = due] = wave.window ? wave.window.map((span) => dayAfter(due, span)) : [];
  return [due, from, to].every(isDay) ? { due, from, to } : undefined;
}

/**
 * The day that lies a length of time after another. A month ends on the same day of a later month, or on its last day where it has no such day
 * (31 January and a month is 28 or 29 February), as calendars of studies and insurers count. Parts of a day are cut off.
 */
export function dayAfter(day: number, { amount, unit }: TimeSpan): number {
  if (unit !== "month" && unit !== "year") return day + Math.trunc(amount * (DAYS[unit] ?? 0));
  const date = new Date(day * DAY);
  const months = date.getUTCMonth() + Math.trunc(unit === "year" ? amount * 12 : amount);
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last)) / DAY;
}

const DAY = 86_400_000;
const DAYS = { second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 } as const;

/** Whether a calendar of ours has the day; 9,999 years are enough for any study. */
const isDay = (day: number): boolean => Math.abs(day) < 2_900_000;

/** The day as it is written in data. */
export const printDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day that `2026-02-23` names; undefined where there is none. */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || printDay(time / DAY) !== text ? undefined : time / DAY;
}

/** A person for whom the windows of two waves share days. */
export interface WaveOverlap {
  readonly first: Wave;
  readonly second: Wave;
  readonly anchor: number;
  /** First and last day that belong to both. */
  readonly days: readonly [number, number];
}

/** Four years from 1 January 2024 hold every length of month and year that a window can meet. */
const FIRST = Date.UTC(2024, 0, 1) / DAY;
const ANCHORS = 1461;

/** Pairs of waves whose windows share a day for some person, each with the first such anchor. */
export function overlappingWaves(waves: readonly Wave[]): readonly WaveOverlap[] {
  const found: WaveOverlap[] = [];
  const dates = waves.map((wave) => Array.from({ length: ANCHORS }, (_, i) => waveDates(wave, FIRST + i)));
  for (const [i, one] of waves.entries())
    for (const [j, other] of waves.entries()) {
      if (j <= i || !asksTheSame(one, other)) continue;
      const overlap = firstOverlap(one, other, dates[i] ?? [], dates[j] ?? []);
      if (overlap) found.push(overlap);
    }
  return found;
}

type Dates = readonly (WaveDates | undefined)[];

function firstOverlap(one: Wave, other: Wave, ofOne: Dates, ofOther: Dates): WaveOverlap | undefined {
  for (let anchor = FIRST; anchor < FIRST + ANCHORS; anchor++) {
    const [a, b] = [ofOne[anchor - FIRST], ofOther[anchor - FIRST]];
    if (!a || !b || a.from > a.to || b.from > b.to) return undefined;
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
    if (from > to) continue;
    const [first, second] = a.due <= b.due ? [one, other] : [other, one];
    return { first, second, anchor, days: [from, to] };
  }
  return undefined;
}

/** Waves that ask nothing in common can be told apart by what was answered. */
const asksTheSame = (one: Wave, other: Wave): boolean =>
  one.document === other.document &&
  (!one.sections || !other.sections || one.sections.some((section) => other.sections?.includes(section) === true));
