import { ceil, floor, multiply } from "../../../number/arithmetic.ts";
import { type Exact, exact, ONE, ZERO } from "../../../number/exact.ts";
import { squareRoot } from "../../../number/root.ts";
import { type RoundingMode, roundTo } from "../../../number/round.ts";
import type { Atom, Outcome } from "../atom.ts";
import { NO_BOUND, outcomeOf, proofOf, within } from "../interval.ts";
import { scaled } from "../linear.ts";
import { intervalOf, isMissing, MISSING_OUTCOME, ofNumber, outcomesOf } from "../numeric.ts";
import { absolute, climbed, listed, type Staircase } from "../shape.ts";
import { monotone } from "./arithmetic.ts";

/** What functions of one number make of a stretch. */
export type Spread = (atoms: readonly Atom[]) => readonly Outcome[] | undefined;

export const ABSOLUTE: Spread = ofNumber((interval) => outcomesOf(absolute(interval)));

/** Below 0 there is no root. */
export const SQUARE_ROOT: Spread = ofNumber((interval) => {
  const below = within(interval, NO_BOUND, { value: ZERO, open: true });
  const above = within(interval, { value: ZERO, open: false }, NO_BOUND);
  const missing: Outcome[] =
    below === undefined ? [] : [{ atom: { ...MISSING_OUTCOME.atom, sure: below.sure }, proof: proofOf(below.part) }];
  if (above === undefined) return missing;
  return [
    ...missing,
    outcomeOf(
      monotone(
        above.part,
        (value) => squareRoot(value)?.value,
        (result) => multiply(result, result),
      ),
      above.sure,
    ),
  ];
});

export const FLOOR: Spread = stairs({ value: floor, spacing: ONE, to: ONE });
export const CEILING: Spread = stairs({ value: ceil, spacing: ONE, to: ONE });

/** Rounding to a step: modes that go by halves may change their result at every half step. */
export function rounding(to: Exact, mode: RoundingMode): Spread {
  return stairs({ value: (x) => roundTo(x, to, mode), spacing: multiply(to, exact(1, 2)), to });
}

function stairs(staircase: Staircase): Spread {
  return ofNumber((interval) => {
    const values = interval.dense ? listed(interval) : undefined;
    if (values === undefined) return [outcomeOf(climbed(interval, staircase))];
    return values.map((value) => ({ ...outcomeOf(point(staircase.value(value))), proof: interval.at?.(value) }));
  });
}

function point(value: Exact) {
  const end = { value, open: false, sure: true };
  return { low: end, high: end, dense: true };
}

/** A duration or a clock time in minutes, times a factor. */
export function inUnits(factor: Exact, month: Exact): Spread {
  return ([atom]) => {
    if (atom === undefined || atom.kind === "unknown") return undefined;
    const operand = intervalOf(atom);
    if (operand === undefined || isMissing(atom) || operand.measure === "number" || operand.measure === "date") return [MISSING_OUTCOME];
    return [outcomeOf(scaled(operand.interval, operand.measure === "months" ? multiply(factor, month) : factor, ZERO))];
  };
}
