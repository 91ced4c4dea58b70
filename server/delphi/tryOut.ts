import type { Literal } from "./conjunctions.ts";
import { NOTHING } from "./countRatings.ts";
import type { Distribution } from "./feasible.ts";
import { isMet, type Sample } from "./measure.ts";
import type { RatingScale } from "./ratingScale.ts";
import { tallyOf } from "./tally.ts";

/** On finer scales there are too many pairs of points to try. */
const MOST_POINTS = 11;

/**
 * Looks for ratings that satisfy all literals among those where n people chose one point or two, which is where medians and ranges turn over.
 * What is found is sure; that nothing is found says nothing.
 */
export function tryOut(literals: readonly Literal[], n: number, scale: RatingScale): Distribution | undefined {
  const points = scale.points.length;
  if (points > MOST_POINTS || literals.some(({ measured }) => measured.kind === "kendall_w" || measured.kind === "apmo")) return undefined;
  for (let low = 0; low < points; low++)
    for (let high = low + 1; high < points; high++)
      for (let k = 0; k <= n; k++) {
        const counts = scale.points.map((_, place) => (place === low ? n - k : place === high ? k : 0));
        const sample: Sample = { scale, tally: tallyOf(scale, counts, { invited: n, returned: n }), denominator: n, across: () => NOTHING };
        if (literals.every(({ measured, negated }) => isSatisfied(isMet(measured, sample), negated))) return { n, counts };
      }
  return undefined;
}

const isSatisfied = (met: boolean | undefined, negated: boolean) => met !== undefined && met !== negated;
