import type { Exact } from "../../number/exact.ts";
import { minutesOf } from "../moment.ts";
import { isKind, type Value } from "../value.ts";

/** The minutes of a duration, or of a clock time since midnight; null of anything else. */
export function lengthInMinutes(value: Value): Exact | null {
  if (isKind(value, "time")) return value.minutes;
  return isKind(value, "duration") ? minutesOf(value) : null;
}
