import { printValue as printMoment } from "../expression/printValue.ts";
import { printExact } from "../number/print.ts";
import type { ScoreValue } from "./result.ts";

/** A value as a cell of an output file holds it: numbers in their shortest exact form, `true` and `false`, text as it is, missing empty. */
export function printValue(value: ScoreValue): string {
  switch (value.kind) {
    case "number":
      return printExact(value.value);
    case "truth":
      return value.value ? "true" : "false";
    case "text":
      return value.value;
    case "moment":
      return printMoment(value.value);
    case "missing":
      return "";
  }
}
