import { describeFormula } from "../../expression/describe.ts";
import type { CaseValue, Score } from "../../model/instrument.ts";
import { printExact } from "../../number/print.ts";

/** The cases of a score as a list, in the order in which the first that is true counts. */
export function casesInWords({ cases }: Score): string {
  if (!cases || cases.length === 0) return "";
  const lines = cases.map(({ when, is }) => `- ${valueInWords(is)}${when ? ` if ${describeFormula(when)}` : " otherwise"}`);
  return `The first of these that is true:\n\n${lines.join("\n")}`;
}

function valueInWords(is: CaseValue): string {
  switch (is.kind) {
    case "number":
      return `**${printExact(is.value)}**`;
    case "truth":
    case "text":
      return `**${is.value}**`;
    case "missing":
      return "missing";
    case "expression":
      return describeFormula(is.value);
  }
}
