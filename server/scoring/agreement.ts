import type { AnswerValue } from "../model/instrument.ts";
import { type Exact, exact, ONE, parseExact } from "../number/exact.ts";
import { printValue } from "./printValue.ts";
import type { ScoreValue } from "./result.ts";

/**
 * True where a computed value is what a test expects. A whole number is exact; one written with d decimals agrees within half a unit of its last
 * decimal, ends included; with a tolerance t, |difference| <= t x max(1, |expected|) instead.
 */
export function agrees(expected: AnswerValue, actual: ScoreValue, tolerance?: Exact): boolean {
  switch (expected.kind) {
    case "missing":
      return actual.kind === "missing";
    case "truth":
      return (actual.kind === "truth" || actual.kind === "text") && String(actual.value) === String(expected.value);
    case "number":
      if (actual.kind === "text") return actual.value === expected.text;
      return actual.kind === "number" && near(expected.value, expected.text, actual.value, tolerance);
    case "text":
      return textAgrees(expected.text, actual, tolerance);
    case "list":
      return false;
  }
}

/** The same for a cell of a file of expected scores, where nothing says whether digits are a number: the score's own type does. */
export function agreesWithCell(cell: string, actual: ScoreValue, tolerance?: Exact): boolean {
  const text = cell.trim();
  return text === "" ? actual.kind === "missing" : textAgrees(text, actual, tolerance);
}

function textAgrees(text: string, actual: ScoreValue, tolerance: Exact | undefined): boolean {
  switch (actual.kind) {
    case "missing":
      return false;
    case "text":
    case "moment":
      return printValue(actual) === text;
    case "truth":
      return text.toLowerCase() === String(actual.value);
    case "number": {
      const value = parseExact(text);
      return value !== undefined && near(value, text, actual.value, tolerance);
    }
  }
}

function near(expected: Exact, text: string, actual: Exact, tolerance: Exact | undefined): boolean {
  const difference = actual.sub(expected).abs();
  if (tolerance !== undefined) return difference.lte(tolerance.mul(expected.abs().gt(ONE) ? expected.abs() : ONE));
  const decimals = decimalsOf(text);
  return decimals === 0 ? difference.n === 0n : difference.lte(exact(1, 2n * 10n ** BigInt(decimals)));
}

/** How many decimals a number was written with: two in `8.50`, three in `1e-3`. */
function decimalsOf(text: string): number {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  return Math.max(0, (mantissa.split(".")[1] ?? "").length - Number(exponent));
}
