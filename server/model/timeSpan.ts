/** A length of time as written, such as `60 minutes` or `-2 weeks`. */
export interface TimeSpan {
  /** With its sign. */
  readonly amount: number;
  readonly unit: TimeUnit;
  readonly text: string;
}

export type TimeUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

/** Reads a length of time; undefined where the text is none. */
export function parseTimeSpan(text: string | undefined): TimeSpan | undefined {
  const match = /^(-?\d+(?:\.\d+)?) (second|minute|hour|day|week|month|year)s?$/.exec(text ?? "");
  return match && text !== undefined ? { amount: Number(match[1]), unit: match[2] as TimeUnit, text } : undefined;
}

/** In minutes where it is a length of a clock; a month has none. */
export function minutesIn({ amount, unit }: TimeSpan): number | undefined {
  const minutes = MINUTES[unit];
  return minutes === undefined ? undefined : amount * minutes;
}

const MINUTES: Partial<Readonly<Record<TimeUnit, number>>> = { second: 1 / 60, minute: 1, hour: 60, day: 1440, week: 10080 };

/** In days, a month taken as 30 and a year as 365, as periods in the words of items are. */
export const daysIn = ({ amount, unit }: TimeSpan): number =>
  unit === "year" ? amount * 365 : unit === "month" ? amount * 30 : (amount * (MINUTES[unit] ?? 0)) / 1440;
