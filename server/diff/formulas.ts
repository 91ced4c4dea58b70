import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import type { Instrument } from "../model/instrument.ts";
import { expandSpan } from "../model/resolve.ts";

const WORD = /"(?:[^"\\]|\\.)*"|[a-z][a-z0-9_]*/g;
const SPAN = /(^|[(,[]\s*)?\b([a-z][a-z0-9_]*)\.\.([a-z][a-z0-9_]*)(?=(\s*[),\]]|$)?)/g;

/**
 * A formula in one form, so that two that differ only in how they are written are equal: no more brackets than needed, spans taken apart
 * in the order of their document, and things that were renamed under their old names.
 */
export function canonical(instrument: Instrument, formula: Expression | undefined, renamed: ReadonlyMap<string, string>): string {
  if (formula === undefined) return "";
  const apart = outsideTexts(printFormula(formula), (text) =>
    text.replace(SPAN, (whole, before: string | undefined, first: string, last: string, after: string | undefined) => {
      const ids = expandSpan(instrument, first, last);
      if (typeof ids === "string") return whole;
      // Beside an operator the members of a span belong together; in a list of arguments they are arguments.
      return before !== undefined && after !== undefined ? `${before}${ids.join(", ")}` : `${before ?? ""}<${ids.join(", ")}>`;
    }),
  );
  return apart.replace(WORD, (word) => (word.startsWith('"') ? word : (renamed.get(word) ?? word)));
}

function outsideTexts(formula: string, change: (text: string) => string): string {
  let result = "";
  let at = 0;
  for (const { 0: text, index } of formula.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    result += change(formula.slice(at, index)) + text;
    at = index + text.length;
  }
  return result + change(formula.slice(at));
}
