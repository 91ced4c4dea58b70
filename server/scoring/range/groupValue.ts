import { type Outcome, point } from "../../expression/range/atom.ts";
import { arithmeticOperation } from "../../expression/range/operations/arithmetic.ts";
import { comparisonOperation } from "../../expression/range/operations/comparison.ts";
import { AND } from "../../expression/range/operations/logic.ts";
import type { Quantity } from "../../expression/range/quantity.ts";
import { exact, ZERO } from "../../number/exact.ts";
import { squareRoot } from "../../number/root.ts";
import { lowestAndHighest } from "./ends.ts";
import type { InstrumentGraph } from "./instrumentGraph.ts";

/** A part of a formula over the people of a group. */
export type GroupValue =
  | { readonly kind: "plain"; readonly outcomes: readonly Outcome[] }
  /** One value for each person. */
  | { readonly kind: "column"; readonly person: Quantity }
  /** The sum over all people of a number that each has. */
  | { readonly kind: "total"; readonly person: Quantity }
  /** One such sum divided by another. */
  | { readonly kind: "ratio"; readonly top: Quantity; readonly bottom: Quantity };

export function plain(outcomes: readonly Outcome[]): GroupValue {
  return { kind: "plain", outcomes };
}
export function total(person: Quantity): GroupValue {
  return { kind: "total", person };
}
export function ratio(top: Quantity, bottom: Quantity): GroupValue {
  return { kind: "ratio", top, bottom };
}

/**
 * A sum of tops over a sum of bottoms lies between the least and the greatest top / bottom of single people (the mediant inequality), as long as no
 * bottom is negative and who has bottom 0 has top 0. A group of people who all answer alike reaches both ends.
 */
export function ratioOutcomes(graph: InstrumentGraph, top: Quantity, bottom: Quantity): readonly Outcome[] {
  const zero = graph.constant(ZERO);
  const alone = graph.apply(AND, [
    graph.apply(comparisonOperation("=="), [bottom, zero]),
    graph.apply(comparisonOperation("!="), [top, zero]),
  ]);
  const negative = graph.apply(comparisonOperation("<"), [bottom, zero]);
  const breaks = [alone, negative].some((condition) =>
    graph.outcomes(condition).some(({ atom }) => atom.kind !== "point" || atom.value === true),
  );
  const ends = lowestAndHighest(graph.outcomes(graph.apply(arithmeticOperation("/"), [top, bottom])));
  // Without anyone there is nothing to divide by.
  const nobody: Outcome = { atom: point(null) };
  if (ends === undefined) return [nobody];
  if (breaks) {
    const open = { open: true, sure: false };
    return [{ atom: { kind: "stretch", measure: "number", low: open, high: open, dense: false, sure: false, tags: [] } }, nobody];
  }
  const { low, high } = ends;
  if (low.end.value !== undefined && high.end.value?.equals(low.end.value) === true)
    return [{ atom: point(low.end.value, low.end.sure) }, nobody];
  const bare = ({ end }: typeof low) => ({ ...end, proof: undefined });
  return [{ atom: { kind: "stretch", measure: "number", low: bare(low), high: bare(high), dense: false, sure: true, tags: [] } }, nobody];
}

/** The least or greatest of a column is one of its values; a percentile may lie between two of them. */
export function columnOutcomes(outcomes: readonly Outcome[], between: boolean): readonly Outcome[] {
  const there = outcomes.filter(({ atom }) => atom.kind !== "point" || atom.value !== null).map(({ atom }): Outcome => ({ atom }));
  const nobody: Outcome = { atom: point(null) };
  if (!between) return [...there, nobody];
  const ends = lowestAndHighest(there);
  if (ends === undefined) return [nobody];
  const bare = ({ end }: typeof ends.low) => ({ ...end, proof: undefined });
  return [
    { atom: { kind: "stretch", measure: "number", low: bare(ends.low), high: bare(ends.high), dense: false, sure: true, tags: [] } },
    nobody,
  ];
}

/** The standard deviation of numbers from a to b is largest for two people at the ends: (b - a) / sqrt(2), with n - 1 under the sum of squares. */
export function deviations(outcomes: readonly Outcome[]): readonly Outcome[] {
  const ends = lowestAndHighest(outcomes);
  const nobody: Outcome = { atom: point(null) };
  if (ends === undefined) return [nobody];
  const [low, high] = [ends.low.end, ends.high.end];
  const width = low.value === undefined || high.value === undefined ? undefined : high.value.sub(low.value);
  const most = width && squareRoot(width.mul(width).div(exact(2)))?.value;
  const sure = low.sure && high.sure && !low.open && !high.open;
  const to = most === undefined ? { open: true, sure: low.sure && high.sure } : { value: most, open: false, sure };
  if (most?.equals(ZERO) === true) return [{ atom: point(ZERO) }, nobody];
  return [
    {
      atom: {
        kind: "stretch",
        measure: "number",
        low: { value: ZERO, open: false, sure: true },
        high: to,
        dense: false,
        sure: true,
        tags: [],
      },
    },
    nobody,
  ];
}
