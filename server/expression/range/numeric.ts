import type { Value } from "../value.ts";
import { type Atom, MISSING_POINT, type Outcome } from "./atom.ts";
import { type Interval, outcomeOf, single } from "./interval.ts";
import { type Measure, measured } from "./pointValue.ts";
import type { Piece } from "./shape.ts";

/** An operand as an interval of its measure. */
export interface Measured {
  readonly measure: Measure;
  readonly interval: Interval;
}

/** A stretch or a number as an interval; undefined for texts, truths, missing and what is unknown. */
export function intervalOf(atom: Atom): Measured | undefined {
  if (atom.kind === "stretch") return { measure: atom.measure, interval: atom };
  if (atom.kind === "unknown") return undefined;
  const value = measured(atom.value);
  return value === undefined ? undefined : { measure: value.measure, interval: single(value.number) };
}

export function isMissing(atom: Atom): boolean {
  return atom.kind === "point" && atom.value === null;
}

export const MISSING_OUTCOME: Outcome = { atom: MISSING_POINT };

/** Pieces of a result as outcomes. */
export function outcomesOf(pieces: readonly Piece[], measure: Measure = "number"): readonly Outcome[] {
  return pieces.map(({ part, sure }) => outcomeOf(part, sure, measure));
}

/** Spreads a function of one number over a stretch; anything that is no number gives missing, as the function itself does. */
export function ofNumber(spread: (interval: Interval) => readonly Outcome[]): (atoms: readonly Atom[]) => readonly Outcome[] | undefined {
  return ([atom]) => {
    if (atom === undefined || atom.kind === "unknown") return undefined;
    const operand = intervalOf(atom);
    return operand?.measure === "number" ? spread(operand.interval) : [MISSING_OUTCOME];
  };
}

export function numbersIn(
  values: readonly (Value | undefined)[],
): readonly { readonly place: number; readonly measure: Measure; readonly number: Interval["low"]["value"] & object }[] {
  return values.flatMap((value, place) => {
    const known = value === undefined ? undefined : measured(value);
    return known === undefined ? [] : [{ place, measure: known.measure, number: known.number }];
  });
}
