import type { BandOrCodes, Comparison, Measured } from "../model/delphi.ts";
import { printExact } from "../number/print.ts";

/** A measured criterion in the words of the format, on one line: `percent_in critical at_least 70`. */
export function describeCriterion(criterion: Measured): string {
  switch (criterion.kind) {
    case "percent_in":
      return `percent_in ${ofWords(criterion.of)} ${comparison(criterion.compare)}`;
    case "percent_within":
      return `percent_within ${printExact(criterion.distance)} of ${criterion.of} ${comparison(criterion.compare)}`;
    case "disagreement":
      return `disagreement ${criterion.method}${criterion.quantile ? ` ${criterion.quantile}` : ""}`;
    case "iqr":
    case "ipr":
      return `${criterion.kind}${criterion.quantile ? ` ${criterion.quantile}` : ""} ${comparison(criterion.compare)}`;
    case "cvr":
    case "i_cvi":
    case "kappa_star":
      return `${criterion.kind}${criterion.of ? ` ${ofWords(criterion.of)}` : ""} ${comparison(criterion.compare)}`;
    default:
      return `${criterion.kind} ${comparison(criterion.compare)}`;
  }
}

export const ofWords = (of: BandOrCodes): string => ("band" in of ? of.band : `[${of.codes.join(", ")}]`);

const comparison = ({ word, at }: Comparison): string => `${word} ${printExact(at)}`;
