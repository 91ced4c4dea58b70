import type { Outcome } from "./atom.ts";
import { caseByCase, outerBound } from "./bounded.ts";
import { certified } from "./certified.ts";
import { composed } from "./composed.ts";
import { jointOutcomes } from "./joint.ts";
import { asOneSum } from "./linearForm.ts";
import { operandsOf, type Quantity } from "./quantity.ts";
import { type Region, regionOf, Supports } from "./region.ts";

/** Finds what quantities of one graph can be, and remembers it. */
export class Solver {
  readonly #known = new Map<Quantity, readonly Outcome[]>();
  readonly #regions = new Map<Quantity, Region>();
  readonly #supports = new Supports();
  readonly #most: number | undefined;

  /** `most`: so many situations of one region are gone through before it is bounded instead. */
  constructor(most?: number) {
    this.#most = most;
  }

  /** Everything that the quantity can be. Sound always; exact where the atoms are sure. */
  outcomes(quantity: Quantity): readonly Outcome[] {
    const known = this.#known.get(quantity);
    if (known !== undefined) return known;
    // What it is made of comes first, without recursion: routing may be as deep as a document is long.
    const path = [quantity];
    for (let next = path.at(-1); next !== undefined; next = path.at(-1)) {
      const missing = this.#known.has(next) ? [] : this.#needs(next).filter((part) => !this.#known.has(part));
      if (missing.length > 0) path.push(...missing);
      else {
        path.pop();
        if (!this.#known.has(next)) this.#known.set(next, this.#solve(next));
      }
    }
    return this.#known.get(quantity) ?? [];
  }

  #needs(quantity: Quantity): readonly Quantity[] {
    if (this.#supports.areFree(operandsOf(quantity))) return operandsOf(quantity);
    return this.#regionOf(quantity).inputs;
  }

  #regionOf(quantity: Quantity): Region {
    const known = this.#regions.get(quantity) ?? regionOf(quantity);
    this.#regions.set(quantity, known);
    return known;
  }

  #solve(quantity: Quantity): readonly Outcome[] {
    const of = (operand: Quantity): readonly Outcome[] => this.outcomes(operand);
    if (this.#supports.areFree(operandsOf(quantity))) return composed(quantity, of);
    const sum = asOneSum(quantity, of);
    if (sum !== undefined && this.#supports.areFree(sum.of)) return composed(sum, of);
    const region = sum === undefined ? this.#regionOf(quantity) : regionOf(sum);
    return jointOutcomes(region, of, this.#most) ?? caseByCase(region, of) ?? certified(sum ?? quantity, outerBound(region, of));
  }
}
