import type { Exact } from "../../number/exact.ts";
import type { Item, Recode, RecodeMatch } from "../instrument.ts";

/** What is recoded: an answer's code, its number where it has one, or only a number (a score, an entry of numbers). */
export interface Recodable {
  readonly code?: string;
  readonly number?: Exact;
}

/**
 * What a recode sees of an answer to an item: the code as given. Of a keyed item it sees 1 or 0, and where the code is no number it sees the
 * declared score as its number.
 */
export function recodable(item: Item, answer: { readonly code: string; readonly number?: Exact; readonly score?: Exact }): Recodable {
  return item.key === undefined ? { code: answer.code, number: answer.number ?? answer.score } : { number: answer.score };
}

/** Where a recode leads: to a number, to missing on purpose (`99: missing`), or nowhere because no row fits. */
export type Recoded = { readonly kind: "number"; readonly value: Exact } | { readonly kind: "missing" } | { readonly kind: "no_row" };

/** The first row that fits an answer decides. Codes compare as numbers where both are numbers, else as text. */
export function recoded(recode: Recode, from: Recodable): Recoded {
  for (const row of recode.rows) {
    if (fits(row.match, from)) return row.to === undefined ? { kind: "missing" } : { kind: "number", value: row.to };
  }
  return { kind: "no_row" };
}

/** True where a row of a recode holds this answer. */
export function fits(match: RecodeMatch, from: Recodable): boolean {
  switch (match.kind) {
    case "else":
      return true;
    case "code":
      if (match.number !== undefined && from.number !== undefined) return match.number.equals(from.number);
      return match.code === from.code;
    case "interval": {
      const { number } = from;
      if (number === undefined) return false;
      if (match.low !== undefined && (match.lowOpen ? number.lte(match.low) : number.lt(match.low))) return false;
      return match.high === undefined || (match.highOpen ? number.lt(match.high) : number.lte(match.high));
    }
  }
}

/** The results that numbers between two ends (included; undefined is open) can be recoded to. Rows hidden by earlier ones count too. */
export function recodedRange(recode: Recode, low: Exact | undefined, high: Exact | undefined): Exact[] {
  const results: Exact[] = [];
  for (const { match, to } of recode.rows) if (to !== undefined && meets(match, low, high)) results.push(to);
  return results;
}

function meets(match: RecodeMatch, low: Exact | undefined, high: Exact | undefined): boolean {
  if (match.kind === "else") return true;
  const from = match.kind === "code" ? match.number : match.low;
  const to = match.kind === "code" ? match.number : match.high;
  if (match.kind === "code" && match.number === undefined) return false;
  const open = match.kind === "interval" ? match : { lowOpen: false, highOpen: false };
  if (high !== undefined && from !== undefined && (open.lowOpen ? high.lte(from) : high.lt(from))) return false;
  return !(low !== undefined && to !== undefined && (open.highOpen ? low.gte(to) : low.gt(to)));
}
