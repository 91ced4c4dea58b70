import { printExact } from "../number/print.ts";
import { minutesOf, printDate, printTime } from "./moment.ts";
import { isNumber, type Value } from "./value.ts";

/** A value as it is written in data: codes of a multiple response joined by `;`, missing as nothing. */
export function printValue(value: Value): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return printExact(value);
  switch (value.kind) {
    case "list":
      return value.members.map(printValue).join(", ");
    case "codes":
      return value.codes.join(";");
    case "date":
      return printDate(value);
    case "time":
      return printTime(value);
    case "duration":
      return value.months.n !== 0n && value.minutes.n === 0n
        ? `${printExact(value.months)} months`
        : `${printExact(minutesOf(value))} minutes`;
  }
}
