import { keptWith } from "../../keptWith.ts";
import { type Exact, ONE, ZERO } from "../../number/exact.ts";
import { remember } from "../../remember.ts";
import type { Instrument, Item, Recode } from "../instrument.ts";
import { type PossibleAnswers, possibleAnswers } from "./answers.ts";
import type { Member } from "./members.ts";
import { recodable, recoded, recodedRange } from "./recode.ts";

/** Lowest and highest value, both included; undefined is an open end. */
export interface Ends {
  readonly low?: Exact;
  readonly high?: Exact;
}

/** What a score can reach, asked of whoever knows: `attainable` where its values can be listed. Undefined for text, truth and unknown scores. */
export type RangeOfScore = (id: string) => (Ends & { readonly attainable?: readonly Exact[] }) | undefined;

/**
 * Lowest and highest value that a member can take before it is reversed: over the scores of its valid answers, or the results of its recode.
 * Declared facts only, never the data. Undefined where it has no numbers at all.
 */
export function endsBeforeReversal(instrument: Instrument, member: Member, rangeOfScore: RangeOfScore): Ends | undefined {
  if (member.item !== undefined) return itemEnds(instrument, member.item, member.recode);
  const range = rangeOfScore(member.id);
  if (member.recode === undefined) return range;
  if (range === undefined) return hull(member.recode.rows.flatMap((row) => row.to ?? []));
  return range.attainable === undefined
    ? hull(recodedRange(member.recode, range.low, range.high))
    : hull(range.attainable.flatMap((number) => result(member.recode, { number })));
}

/** The same for an item by itself, as `scored(item)` sees it, or with the recode of an entry. */
export function itemEnds(instrument: Instrument, item: Item, recode?: Recode): Ends | undefined {
  const possible = possibleAnswers(instrument, item);
  if (possible === undefined || possible.kind === "other") return undefined;
  // What is possible is one object for all items of a response that have no key.
  if (recode === undefined && item.key === undefined)
    return remember(KEPT, possible, () => ({ ends: endsAmong(item, possible, undefined) })).ends;
  return endsAmong(item, possible, recode);
}

const KEPT = keptWith<PossibleAnswers, { readonly ends: Ends | undefined }>();

function endsAmong(item: Item, possible: Exclude<PossibleAnswers, { kind: "other" }>, recode: Recode | undefined): Ends | undefined {
  if (possible.kind === "interval") return intervalEnds(item, possible, recode);
  const results = possible.answers.flatMap((answer) =>
    recode === undefined ? (answer.score ?? []) : result(recode, recodable(item, answer)),
  );
  return hull(results);
}

function intervalEnds(item: Item, interval: Extract<PossibleAnswers, { kind: "interval" }>, recode: Recode | undefined): Ends | undefined {
  const [low, high] = item.key === undefined ? [interval.low, interval.high] : [ZERO, ONE];
  return recode === undefined ? { low, high } : hull(recodedRange(recode, low, high));
}

function result(recode: Recode | undefined, from: { readonly code?: string; readonly number?: Exact }): Exact[] {
  if (recode === undefined) return from.number === undefined ? [] : [from.number];
  const to = recoded(recode, from);
  return to.kind === "number" ? [to.value] : [];
}

function hull(values: readonly Exact[]): Ends | undefined {
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  let low = first;
  let high = first;
  for (const value of rest) {
    if (value.lt(low)) low = value;
    if (value.gt(high)) high = value;
  }
  return { low, high };
}
