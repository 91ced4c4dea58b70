import type { PossibleRange } from "./summarised.ts";

export type Steps = Pick<PossibleRange, "step" | "attainable">;

/** What is known of a range at once; `steps` as soon as they are asked for. */
type Known = Pick<PossibleRange, "reaches" | "gives"> &
  Partial<Pick<PossibleRange, "min" | "max" | "minReached" | "maxReached" | "exact" | "values" | "witness">> & {
    readonly steps?: () => Steps | undefined;
  };

/** A range of which some is known at once; the rest is worked out by `rest` when someone looks at it. What it has cannot be spread into another object. */
export class LazyRange implements PossibleRange {
  readonly reaches: PossibleRange["reaches"];
  readonly gives: PossibleRange["gives"];
  readonly #known: Known;
  readonly #rest: () => PossibleRange;

  constructor(known: Known, rest: () => PossibleRange) {
    this.reaches = known.reaches;
    this.gives = known.gives;
    this.#known = known;
    this.#rest = rest;
  }

  get min() {
    return "min" in this.#known ? this.#known.min : this.#rest().min;
  }

  get max() {
    return "max" in this.#known ? this.#known.max : this.#rest().max;
  }

  get minReached() {
    return this.#known.minReached ?? this.#rest().minReached;
  }

  get maxReached() {
    return this.#known.maxReached ?? this.#rest().maxReached;
  }

  get exact() {
    return this.#known.exact ?? this.#rest().exact;
  }

  get values() {
    return "values" in this.#known ? this.#known.values : this.#rest().values;
  }

  get step() {
    return (this.#known.steps?.() ?? this.#rest()).step;
  }

  get attainable() {
    return (this.#known.steps?.() ?? this.#rest()).attainable;
  }

  get mayBeMissing() {
    return this.#rest().mayBeMissing;
  }

  get outcomes() {
    return this.#rest().outcomes;
  }

  get witness() {
    return "witness" in this.#known ? this.#known.witness : this.#rest().witness;
  }
}
