/** Digits that a double holds for certain: what spreadsheets show, and what was typed into them. */
const DIGITS = 15;

/** A number that a program stored as a double, in the digits that were meant: 0.3, not 0.30000000000000004. Never with an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const [mantissa = "", exponent = "0"] = value.toExponential(DIGITS - 1).split("e");
  const digits = mantissa.replace(/^-|\./g, "").replace(/0+$/, "");
  const point = 1 + Number(exponent);
  const sign = value < 0 ? "-" : "";
  if (digits === "") return "0";
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A moment as data files write it: a date, a date with its time, or of a day before there were spreadsheets the clock time alone. */
export function momentText(moment: Date): string {
  const [date = "", time = ""] = moment.toISOString().split("T");
  const clock = time.startsWith("00", 6) ? time.slice(0, 5) : time.slice(0, 8);
  if (moment.getUTCFullYear() < 1900) return clock;
  return clock === "00:00" ? date : `${date}T${clock}`;
}
