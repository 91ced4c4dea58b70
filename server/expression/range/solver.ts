import type { Outcome } from "./atom.ts";
import { certified } from "./certified.ts";
import { coarse } from "./coarse.ts";
import { composed } from "./composed.ts";
import { jointOutcomes } from "./joint.ts";
import type { Quantity } from "./quantity.ts";
import { hasFreeOperands, type Region, regionOf } from "./region.ts";

/** Finds what quantities of one graph can be, and remembers it. */
export class Solver {
  readonly #known = new Map<Quantity, readonly Outcome[]>();
  readonly #most: number | undefined;

  /** `most`: so many situations of one region are gone through before it is bounded instead. */
  constructor(most?: number) {
    this.#most = most;
  }

  /** Everything that the quantity can be. Sound always; exact where the atoms are sure. */
  outcomes(quantity: Quantity): readonly Outcome[] {
    const known = this.#known.get(quantity);
    if (known !== undefined) return known;
    const found = this.#solve(quantity);
    this.#known.set(quantity, found);
    return found;
  }

  #solve(quantity: Quantity): readonly Outcome[] {
    const of = (operand: Quantity): readonly Outcome[] => this.outcomes(operand);
    if (hasFreeOperands(quantity)) return composed(quantity, of);
    const region = regionOf(quantity);
    return jointOutcomes(region, of, this.#most) ?? certified(quantity, outerBound(region, of));
  }
}

/** So many outcomes of one part of an outer bound are kept apart. */
const MOST_APART = 400;

/** A bound that takes every use of an input for one of its own: it holds all that is possible, and perhaps more. */
function outerBound({ inputs, inner }: Region, of: (input: Quantity) => readonly Outcome[]): readonly Outcome[] {
  const found = new Map<Quantity, readonly Outcome[]>();
  let last: readonly Outcome[] = [];
  for (const input of inputs) found.set(input, few(of(input)));
  for (const quantity of inner) {
    last = few(composed(quantity, (operand) => found.get(operand) ?? composed(operand, of)));
    found.set(quantity, last);
  }
  return last;
}

function few(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.length <= MOST_APART ? outcomes : coarse(outcomes);
}
