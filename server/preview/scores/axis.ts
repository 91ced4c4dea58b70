import type { Band, Score } from "../../model/instrument.ts";
import { type Exact, exact, ZERO } from "../../number/exact.ts";
import type { ScoreRange } from "../view.ts";

/** Numbers laid out from left to right. */
export interface Axis {
  /** Place of a number in percent of the width; what lies outside stands at the nearer end. */
  place(number: Exact): number;
  /** Half a step where a score of plain steps has bands, so that the bands of whole numbers touch and a real gap shows. */
  readonly half: Exact;
}

/** An axis that holds the possible range, the bands and the cut-offs; undefined where there are no two numbers to lay out. */
export function axisOf(score: Score, range: ScoreRange, bands: readonly Band[]): Axis | undefined {
  const numbers = [range.min, range.max, ...bands.flatMap((band) => [band.from, band.to]), ...score.cutOffs.map((cut) => cut.at)].filter(
    (number) => number !== undefined,
  );
  const [first, ...rest] = numbers;
  if (first === undefined) {
    return undefined;
  }
  const half = range.step === undefined || bands.length === 0 ? ZERO : range.step.div(exact(2));
  const low = rest.reduce((least, number) => (number.lt(least) ? number : least), first).sub(half);
  const high = rest.reduce((most, number) => (number.gt(most) ? number : most), first).add(half);
  const width = high.sub(low).valueOf();
  if (width <= 0) {
    return undefined;
  }
  return { half, place: (number) => Math.min(100, Math.max(0, (number.sub(low).valueOf() / width) * 100)) };
}
