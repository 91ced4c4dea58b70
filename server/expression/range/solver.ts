import type { Outcome } from "./atom.ts";
import { caseByCase, outerBound } from "./bounded.ts";
import { certified } from "./certified.ts";
import { composed } from "./composed.ts";
import { jointOutcomes } from "./joint.ts";
import { asOneSum } from "./linearForm.ts";
import type { Quantity } from "./quantity.ts";
import { hasFreeOperands, regionOf } from "./region.ts";

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
    const sum = asOneSum(quantity, of);
    if (sum !== undefined && hasFreeOperands(sum)) return composed(sum, of);
    const region = regionOf(sum ?? quantity);
    return jointOutcomes(region, of, this.#most) ?? caseByCase(region, of) ?? certified(sum ?? quantity, outerBound(region, of));
  }
}
