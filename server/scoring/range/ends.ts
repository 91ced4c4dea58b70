import type { Atom, End, Outcome } from "../../expression/range/atom.ts";
import { listed } from "../../expression/range/shape.ts";
import { isNumber } from "../../expression/value.ts";
import type { Ends } from "../../model/resolve.ts";
import { compare } from "../../number/arithmetic.ts";
import type { Exact } from "../../number/exact.ts";

/** An end of a range with the outcome that gives it. */
export interface OutcomeEnd {
  readonly end: End;
  readonly outcome: Outcome;
}

/** Lowest and highest of the outcomes that are numbers; undefined where none is. Of equal ends one that is sure, then one that is reached. */
export function lowestAndHighest(outcomes: readonly Outcome[]): { readonly low: OutcomeEnd; readonly high: OutcomeEnd } | undefined {
  let low: { readonly end: End; readonly outcome: Outcome } | undefined;
  let high: typeof low;
  for (const outcome of outcomes) {
    const ends = endsOfAtom(outcome.atom);
    if (ends === undefined) continue;
    const { sure } = outcome.atom;
    if (low === undefined || isBeyond(ends.low, sure, low.end, low.outcome.atom.sure, -1)) low = { end: ends.low, outcome };
    if (high === undefined || isBeyond(ends.high, sure, high.end, high.outcome.atom.sure, 1)) high = { end: ends.high, outcome };
  }
  return low === undefined || high === undefined ? undefined : { low: named(low), high: named(high) };
}

function named({ end, outcome }: { readonly end: End; readonly outcome: Outcome }): OutcomeEnd {
  return { outcome, end: { ...end, sure: end.sure && outcome.atom.sure } };
}

function endsOfAtom(atom: Atom): { readonly low: End; readonly high: End } | undefined {
  if (atom.kind === "stretch") return atom.measure === "number" ? atom : undefined;
  if (atom.kind === "point") {
    if (!isNumber(atom.value)) return undefined;
    const end: End = { value: atom.value, open: false, sure: true };
    return { low: end, high: end };
  }
  const open = { open: true, sure: false };
  return atom.type === "number" || atom.type === "any" ? { low: open, high: open } : undefined;
}

/** Whether an end lies farther out than another; an end without bound lies beyond all others. */
function isBeyond(one: End, oneSure: boolean, other: End, otherSure: boolean, side: -1 | 1): boolean {
  const [isSure, wasSure] = [one.sure && oneSure, other.sure && otherSure];
  const better = isSure === wasSure ? !one.open && other.open : isSure;
  if (one.value === undefined || other.value === undefined) return one.value === other.value ? better : one.value === undefined;
  const order = compare(one.value, other.value) * side;
  return order > 0 || (order === 0 && better);
}

/** Lowest and highest number, open where there is no bound; undefined where there are no numbers. */
export function numberEnds(outcomes: readonly Outcome[]): Ends | undefined {
  const ends = lowestAndHighest(outcomes);
  return ends === undefined ? undefined : { low: ends.low.end.value, high: ends.high.end.value };
}

/** The same with all numbers that are reached, where they can be listed. */
export function endsOfOutcomes(outcomes: readonly Outcome[]): (Ends & { readonly attainable?: readonly Exact[] }) | undefined {
  const ends = numberEnds(outcomes);
  return ends && { ...ends, attainable: attainableNumbers(outcomes) };
}

/** All numbers that are reached, lowest first; undefined where they cannot be listed, or are not all sure. */
export function attainableNumbers(outcomes: readonly Outcome[]): readonly Exact[] | undefined {
  const numbers: Exact[] = [];
  for (const { atom } of outcomes) {
    if (atom.kind === "unknown" || !atom.sure) {
      if (atom.kind === "point" && !isNumber(atom.value)) continue;
      return undefined;
    }
    if (atom.kind === "point") {
      if (isNumber(atom.value)) numbers.push(atom.value);
      continue;
    }
    if (atom.measure !== "number") continue;
    const values = atom.dense ? listed(atom) : undefined;
    if (values === undefined) return undefined;
    for (const value of values) numbers.push(value);
  }
  return numbers.sort(compare);
}
