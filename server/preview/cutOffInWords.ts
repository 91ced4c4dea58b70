import type { CutOff } from "../model/instrument.ts";
import { digits } from "../number/digits.ts";

/** "at least 10", "above 12 where sex is 1". */
export function cutOffInWords({ comparison, at, by }: CutOff): string {
  return `${COMPARISONS[comparison]} ${digits(at)}${by === undefined ? "" : ` where ${by.item} is ${by.code}`}`;
}

const COMPARISONS: Readonly<Record<CutOff["comparison"], string>> = {
  at_least: "at least",
  above: "above",
  at_most: "at most",
  below: "below",
  equals: "exactly",
};
