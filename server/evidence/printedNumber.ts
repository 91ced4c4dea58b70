import { parseExact } from "../number/exact.ts";

/** A number as it was printed, and half a unit of its last decimal: what was rounded away is at most that. */
export interface PrintedNumber {
  readonly value: number;
  readonly half: number;
}

export function printedNumber(text: string): PrintedNumber | undefined {
  const trimmed = text.trim();
  const value = parseExact(trimmed);
  if (value === undefined) return undefined;
  const [mantissa = "", exponent = "0"] = trimmed.toLowerCase().split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length - Number(exponent);
  return { value: value.valueOf(), half: 0.5 * 10 ** -decimals };
}

/** A P value as printed: `0.003`, `P = .003`, `<0.001`. */
export interface PrintedP {
  readonly comparison: "=" | "<" | ">";
  readonly number: PrintedNumber;
}

export function printedP(text: string): PrintedP | undefined {
  const [, sign = "=", digits = ""] = /^(?:p\s*)?([=<>≤≥]?)\s*([\d.]+(?:e-?\d+)?)$/i.exec(text.trim()) ?? [];
  const number = digits === "" ? undefined : printedNumber(digits);
  if (!number) return undefined;
  return { comparison: sign === "<" || sign === "≤" ? "<" : sign === ">" || sign === "≥" ? ">" : "=", number };
}
