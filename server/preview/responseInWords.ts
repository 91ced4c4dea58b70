import type { Response } from "../model/instrument.ts";
import type { Context } from "./context.ts";
import { digits } from "./digits.ts";
import { plainWording } from "./wording.ts";

/** What a response asks for, in a few words: "whole number, 16 to 120 years". */
export function responseInWords(context: Context, response: Response): string {
  const unit = plainWording(context, response.unit);
  const bounds = numberBounds(response);
  const parts = [TYPES[response.type], [bounds, unit].filter((part) => part !== undefined && part !== "").join(" ")];
  if (response.total !== undefined) {
    parts.push(`total ${digits(response.total)}`);
  }
  if (response.step !== undefined) {
    parts.push(`in steps of ${digits(response.step)}`);
  }
  return parts.filter((part) => part !== "").join(", ");
}

/** "16 to 120", "at least 16", or undefined where no end is given. */
export function numberBounds(response: Response): string | undefined {
  const low = response.from ?? response.min;
  const high = response.to ?? response.max;
  if (low !== undefined && high !== undefined) {
    return `${digits(low)} to ${digits(high)}`;
  }
  if (low !== undefined) {
    return `at least ${digits(low)}`;
  }
  return high === undefined ? undefined : `at most ${digits(high)}`;
}

const TYPES: Readonly<Record<Response["type"], string>> = {
  choice: "one of these",
  multiple: "all that apply",
  rating: "rating",
  vas: "slider",
  integer: "whole number",
  decimal: "number",
  text: "own words",
  date: "date",
  time: "clock time",
  duration: "length of time",
  rank: "ranking",
  allocate: "points given out",
  file: "file or photo",
};
