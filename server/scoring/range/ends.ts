import type { Atom, End, Outcome } from "../../expression/range/atom.ts";
import { listed } from "../../expression/range/shape.ts";
import { isNumber } from "../../expression/value.ts";
import type { Ends } from "../../model/resolve.ts";
import type { Exact } from "../../number/exact.ts";

/** An end of a range with the outcome that gives it. */
export interface OutcomeEnd {
  readonly end: End;
  readonly outcome: Outcome;
}

/** The outcomes that are numbers: points and stretches, unknown numbers as stretches without ends. */
export function lowestAndHighest(outcomes: readonly Outcome[]): { readonly low: OutcomeEnd; readonly high: OutcomeEnd } | undefined {
  let low: OutcomeEnd | undefined;
  let high: OutcomeEnd | undefined;
  for (const outcome of outcomes) {
    const ends = endsOfAtom(outcome.atom);
    if (ends === undefined) continue;
    const [from, to] = [
      { end: sureIf(ends.low, outcome), outcome },
      { end: sureIf(ends.high, outcome), outcome },
    ];
    if (low === undefined || isLower(from.end, low.end)) low = from;
    if (high === undefined || isHigher(to.end, high.end)) high = to;
  }
  return low === undefined || high === undefined ? undefined : { low, high };
}

function sureIf(end: End, { atom, proof }: Outcome): End {
  return atom.kind === "point" ? { ...end, proof } : { ...end, sure: end.sure && atom.sure };
}

function endsOfAtom(atom: Atom): { readonly low: End; readonly high: End } | undefined {
  if (atom.kind === "stretch") return atom.measure === "number" ? atom : undefined;
  if (atom.kind === "point") {
    if (!isNumber(atom.value)) return undefined;
    const end = { value: atom.value, open: false, sure: atom.sure };
    return { low: end, high: end };
  }
  const open = { open: true, sure: false };
  return atom.type === "number" || atom.type === "any" ? { low: open, high: open } : undefined;
}

/** Of two equal ends the sure one, then the closed one, is taken. */
function isLower(one: End, other: End): boolean {
  if (one.value === undefined || other.value === undefined) return one.value === other.value ? better(one, other) : one.value === undefined;
  const order = one.value.compare(other.value);
  return order < 0 || (order === 0 && better(one, other));
}

function isHigher(one: End, other: End): boolean {
  if (one.value === undefined || other.value === undefined) return one.value === other.value ? better(one, other) : one.value === undefined;
  const order = one.value.compare(other.value);
  return order > 0 || (order === 0 && better(one, other));
}

function better(one: End, other: End): boolean {
  if (one.sure !== other.sure) return one.sure;
  return !one.open && other.open;
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
  return numbers.sort((a, b) => a.compare(b));
}
