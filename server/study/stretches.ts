import type { Cut } from "../model/study.ts";
import { type Exact, exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { roundTo } from "../number/round.ts";

/** Says for numbers in which stretch of a cut each lies, in words; a number that is missing lies in none. */
export function stretchesOf(cut: Cut, values: readonly (Exact | undefined)[]): (value: Exact | undefined) => string | undefined {
  if (cut.kind === "at") {
    const starts = [...cut.numbers].sort((a, b) => a.compare(b));
    const words = [
      `below ${printed(starts[0])}`,
      ...starts.map((from, i) => {
        const to = starts[i + 1];
        return to ? `${printed(from)} to below ${printed(to)}` : `${printed(from)} and more`;
      }),
    ];
    return (value) => value && words[starts.filter((from) => value.compare(from) >= 0).length];
  }
  const ends = boundaries(
    values.filter((value) => value !== undefined),
    cut.parts,
  );
  const words = [
    ...ends.map((to, i) => {
      const from = ends[i - 1];
      return from ? `over ${printed(from)} to ${printed(to)}` : `up to ${printed(to)}`;
    }),
    `over ${printed(ends.at(-1))}`,
  ];
  return (value) => value && words[ends.filter((end) => value.compare(end) > 0).length];
}

/**
 * The numbers that divide values into parts of one size: quantiles of type 7 of Hyndman and Fan (The American Statistician 1996;50:361-365), those
 * that R and spreadsheets give. Equal values stay together, so parts may differ in size.
 */
export function boundaries(values: readonly Exact[], parts: number): readonly Exact[] {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const [first] = sorted;
  if (!first) return [];
  return Array.from({ length: parts - 1 }, (_, i) => {
    const rank = exact((sorted.length - 1) * (i + 1), parts);
    const below = Number(rank.floor().n);
    const low = sorted[below] ?? first;
    const high = sorted[below + 1] ?? low;
    return low.add(high.sub(low).mul(rank.sub(exact(below))));
  });
}

const THOUSANDTH = exact(1, 1000);
const printed = (value: Exact | undefined): string => (value ? printExact(roundTo(value, THOUSANDTH, "half_even")) : "?");
