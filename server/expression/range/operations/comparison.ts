import { type Exact, exact, ZERO } from "../../../number/exact.ts";
import type { ComparisonOperator } from "../../expression.ts";
import { parseDate } from "../../moment.ts";
import { compareValues, equalValues } from "../../operators.ts";
import { any } from "../../truth.ts";
import type { Value } from "../../value.ts";
import { type Atom, NO_TAGS, type Outcome, point } from "../atom.ts";
import { type Interval, NO_BOUND, proofOf, within } from "../interval.ts";
import { added, scaled } from "../linear.ts";
import { intervalOf, isMissing, type Measured, MISSING_OUTCOME } from "../numeric.ts";
import type { Operation } from "../operation.ts";
import { measured } from "../pointValue.ts";
import { MONTH } from "./arithmetic.ts";

/** `== != < <= > >=` */
export function comparisonOperation(operator: ComparisonOperator): Operation {
  return {
    key: operator,
    type: "truth",
    apply: ([left = null, right = null]) => compareValues(operator, left, right),
    spread: ([left, right]) => (left === undefined || right === undefined ? undefined : compared(operator, left, right)),
    cuts: numbersOf,
  };
}

/** `x between low and high` */
export const BETWEEN: Operation = {
  key: "between",
  type: "truth",
  apply: ([value = null, low = null, high = null]) => {
    const [above, below] = [compareValues(">=", value, low), compareValues("<=", value, high)];
    // A comparison with a missing end is missing, even where the other end alone would decide.
    return above === null || below === null ? null : above && below;
  },
  spread: ([value, low, high]) => {
    const [number, from, to] = [value, low, high].map((atom) => atom && intervalOf(atom));
    if ([value, low, high].some((atom) => atom !== undefined && isMissing(atom))) return [MISSING_OUTCOME];
    if (number === undefined || low?.kind !== "point" || high?.kind !== "point" || from === undefined || to === undefined) return undefined;
    if (number.measure !== from.measure || number.measure !== to.measure) return undefined;
    const inside = within(number.interval, { ...from.interval.low, open: false }, { ...to.interval.low, open: false });
    const below = within(number.interval, NO_BOUND, { ...from.interval.low, open: true });
    const above = within(number.interval, { ...to.interval.low, open: true }, NO_BOUND);
    return [...truths(true, [inside]), ...truths(false, [below, above])];
  },
  cuts: numbersOf,
};

/** `x in [a, b]`: the value first, then the members of the list. */
export const MEMBERSHIP: Operation = {
  key: "in",
  type: "truth",
  apply: ([value = null, ...members]) => any(members.map((member) => equalValues(value, member))),
  spread: ([value, ...members]) => {
    if (value === undefined || value.kind === "unknown" || !members.every((member) => member.kind === "point")) return undefined;
    const number = intervalOf(value);
    if (number === undefined || value.kind === "point") return undefined;
    const found: (Piece | undefined)[] = [];
    let rest: Piece[] = [{ part: number.interval, sure: true }];
    let undecided = false;
    for (const member of members) {
      const other = intervalOf(member);
      if (other === undefined || other.measure !== number.measure) {
        // A code that is a text may be written like one of the numbers; what cannot be compared leaves the answer open.
        if (member.kind === "point" && typeof member.value === "string") return undefined;
        undecided = true;
        continue;
      }
      const at = other.interval.low.value;
      const next: Piece[] = [];
      for (const { part, sure } of rest) {
        const same = within(part, { value: at, open: false }, { value: at, open: false });
        if (same !== undefined) found.push({ part: same.part, sure: same.sure && sure });
        for (const [low, high] of [
          [NO_BOUND, { value: at, open: true }],
          [{ value: at, open: true }, NO_BOUND],
        ] as const) {
          const beside = within(part, low, high);
          if (beside !== undefined) next.push({ part: beside.part, sure: beside.sure && sure });
        }
      }
      rest = next;
    }
    return [...truths(true, found), ...truths(undecided ? null : false, rest)];
  },
  cuts: numbersOf,
};

interface Piece {
  readonly part: Interval;
  readonly sure: boolean;
}

function numbersOf(values: readonly (Value | undefined)[]): readonly Exact[] {
  return values.flatMap((value) => (value === undefined ? [] : (measured(value)?.number ?? [])));
}

function compared(operator: ComparisonOperator, left: Atom, right: Atom): readonly Outcome[] | undefined {
  if (isMissing(left) || isMissing(right)) return [MISSING_OUTCOME];
  if (left.kind === "unknown" || right.kind === "unknown") return undefined;
  const [a, b] = inOneMeasure(withDates(left, right), withDates(right, left));
  if (a === undefined || b === undefined) return mixed(left, right);
  const difference = added(a.interval, scaled(b.interval, exact(-1), ZERO));
  const less = within(difference, NO_BOUND, { value: ZERO, open: true });
  const same = within(difference, { value: ZERO, open: false }, { value: ZERO, open: false });
  const more = within(difference, { value: ZERO, open: true }, NO_BOUND);
  switch (operator) {
    case "==":
      return [...truths(true, [same]), ...truths(false, [less, more])];
    case "!=":
      return [...truths(true, [less, more]), ...truths(false, [same])];
    case "<":
      return [...truths(true, [less]), ...truths(false, [same, more])];
    case "<=":
      return [...truths(true, [less, same]), ...truths(false, [more])];
    case ">":
      return [...truths(true, [more]), ...truths(false, [less, same])];
    case ">=":
      return [...truths(true, [same, more]), ...truths(false, [less])];
  }
}

/** A date literal is a text in quotation marks. */
function withDates(atom: Atom, other: Atom): Measured | undefined {
  if (other.kind === "stretch" && other.measure === "date" && atom.kind === "point" && typeof atom.value === "string") {
    const date = parseDate(atom.value);
    return date === undefined ? undefined : intervalOf(point(date));
  }
  return intervalOf(atom);
}

/** Durations of months and of days are compared by an average month. */
function inOneMeasure(left: Measured | undefined, right: Measured | undefined): readonly [Measured | undefined, Measured | undefined] {
  if (left === undefined || right === undefined || left.measure === right.measure) return [left, right];
  if (left.measure === "months" && right.measure === "minutes") return [inMinutes(left), right];
  if (left.measure === "minutes" && right.measure === "months") return [left, inMinutes(right)];
  return [undefined, undefined];
}

function inMinutes({ interval }: Measured): Measured {
  return { measure: "minutes", interval: scaled(interval, MONTH, ZERO) };
}

/** A number and a code that is a text may be the same code; other mixtures cannot be compared. */
function mixed(left: Atom, right: Atom): readonly Outcome[] | undefined {
  const texts = [left, right].some((atom) => atom.kind === "point" && typeof atom.value === "string");
  return texts ? undefined : [MISSING_OUTCOME];
}

/** A truth value for some pieces of a stretch: reached where one of them is. */
function truths(value: boolean | null, pieces: readonly (Piece | undefined)[]): readonly Outcome[] {
  const there = pieces.filter((piece) => piece !== undefined);
  const best = there.find(({ part, sure }) => sure && proofOf(part) !== undefined) ?? there.find(({ sure }) => sure) ?? there[0];
  return best === undefined ? [] : [{ atom: point(value, best.sure, NO_TAGS), proof: best.sure ? proofOf(best.part) : undefined }];
}
