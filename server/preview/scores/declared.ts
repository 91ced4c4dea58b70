import type { Score } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import type { Exact } from "../../number/exact.ts";
import type { ScoreRange } from "../view.ts";

/** The range that the author declared, and whether it is the possible one. */
export function declaredInWords(score: Score, range: ScoreRange | undefined): string {
  const declared = score.range;
  if (declared === undefined) {
    return "";
  }
  const text = `${endInWords(declared.min)} to ${endInWords(declared.max)}`;
  if (range === undefined) {
    return text;
  }
  if (!range.exact) {
    return `${text} (the possible range cannot be proved exactly)`;
  }
  return same(declared.min, range.min) && same(declared.max, range.max)
    ? `${text}, as computed`
    : `${text}, but ${endInWords(range.min)} to ${endInWords(range.max)} is possible`;
}

function same(declared: Exact | undefined, computed: Exact | undefined): boolean {
  return declared === undefined || computed?.equals(declared) === true;
}

function endInWords(end: Exact | undefined): string {
  return end === undefined ? "open" : digits(end);
}
