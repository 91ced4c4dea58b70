import { ENGLISH } from "../language/phrases.ts";
import type { Response } from "../model/instrument.ts";
import { digits } from "../number/digits.ts";
import type { Context } from "./context.ts";
import { numberBounds } from "./numberBounds.ts";
import { plainWording } from "./wording.ts";

/** What a response asks for, in a few words: "whole number, 16 to 120 years". */
export function responseInWords(context: Context, response: Response): string {
  const unit = plainWording(context, response.unit);
  const bounds = numberBounds(response, ENGLISH);
  const parts = [TYPES[response.type], [bounds, unit].filter((part) => part !== undefined && part !== "").join(" ")];
  if (response.total !== undefined) {
    parts.push(`total ${digits(response.total)}`);
  }
  if (response.step !== undefined) {
    parts.push(`in steps of ${digits(response.step)}`);
  }
  return parts.filter((part) => part !== "").join(", ");
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
