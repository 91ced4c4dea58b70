import { and, not, or, truthOf } from "../../truth.ts";
import type { Atom, Outcome } from "../atom.ts";
import { MISSING_POINT, point } from "../atom.ts";
import type { Operation } from "../operation.ts";

/** Three-valued `and`. */
export const AND: Operation = {
  key: "and",
  type: "truth",
  apply: ([left = null, right = null]) => and(truthOf(left), truthOf(right)),
  spread: (atoms) => decided(atoms, false),
};

/** Three-valued `or`. */
export const OR: Operation = {
  key: "or",
  type: "truth",
  apply: ([left = null, right = null]) => or(truthOf(left), truthOf(right)),
  spread: (atoms) => decided(atoms, true),
};

export const NOT: Operation = {
  key: "not",
  type: "truth",
  apply: ([value = null]) => not(truthOf(value)),
  spread: ([atom]) => (atom?.kind === "stretch" ? [{ atom: MISSING_POINT }] : undefined),
};

/** One side is often enough. */
function decided(atoms: readonly Atom[], by: boolean): readonly Outcome[] | undefined {
  return atoms.some((atom) => atom.kind === "point" && atom.value === by) ? [{ atom: point(by) }] : undefined;
}

/** Whether there is a value (`answered`, `valid`) or none (`missing`): it does not matter which. */
export function presence(key: string, present: boolean): Operation {
  return {
    key,
    type: "truth",
    apply: ([value = null]) => (value !== null) === present,
    spread: () => [{ atom: point(present) }],
  };
}
