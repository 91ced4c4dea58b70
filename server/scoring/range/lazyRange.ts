import type { PossibleRange } from "./summarised.ts";

/** A range of which some is known at once; the rest is worked out by `whole` when someone looks at it. */
export function lazyRange(
  known: Pick<PossibleRange, "reaches" | "gives"> &
    Partial<Pick<PossibleRange, "min" | "max" | "minReached" | "maxReached" | "exact" | "values" | "step" | "attainable" | "witness">>,
  rest: () => PossibleRange,
): PossibleRange {
  const of = <K extends keyof typeof known & keyof PossibleRange>(key: K): PossibleRange[K] =>
    key in known ? (known[key] as PossibleRange[K]) : rest()[key];
  return {
    get min() {
      return of("min");
    },
    get max() {
      return of("max");
    },
    get minReached() {
      return of("minReached");
    },
    get maxReached() {
      return of("maxReached");
    },
    get exact() {
      return of("exact");
    },
    get values() {
      return of("values");
    },
    get step() {
      return of("step");
    },
    get attainable() {
      return of("attainable");
    },
    get mayBeMissing() {
      return rest().mayBeMissing;
    },
    get outcomes() {
      return rest().outcomes;
    },
    get witness() {
      return of("witness");
    },
    reaches: known.reaches,
    gives: known.gives,
  };
}
