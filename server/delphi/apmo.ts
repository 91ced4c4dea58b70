import { divide } from "../number/arithmetic.ts";
import { type Exact, exact } from "../number/exact.ts";
import { endsOfScale, type RatingScale } from "./ratingScale.ts";
import { countAt, type Tally } from "./tally.ts";

/** The side that more than half of those who rated are on, and how many they are. */
export interface Majority {
  readonly side: "agree" | "disagree";
  readonly count: number;
}

/** The upper end of the scale agrees, the lower end disagrees; undefined where neither has more than half. */
export function majorityOf(scale: RatingScale, tally: Tally): Majority | undefined {
  const { upper, lower } = endsOfScale(scale);
  const [agree, disagree] = [countAt(tally, upper), countAt(tally, lower)];
  if (2 * agree > tally.rated) return { side: "agree", count: agree };
  return 2 * disagree > tally.rated ? { side: "disagree", count: disagree } : undefined;
}

/**
 * The average percent of majority opinions: agreements with a majority that agrees plus disagreements with one that disagrees, of all opinions, in
 * percent (Cottam, Roe and Challacombe, Journal of Nutrition Education and Behavior 2004;36:95-101; Kapoor 1987).
 */
export function averageMajority(statements: readonly { readonly scale: RatingScale; readonly tally: Tally }[]): Exact | undefined {
  let [majority, opinions] = [0, 0];
  for (const { scale, tally } of statements) {
    majority += majorityOf(scale, tally)?.count ?? 0;
    opinions += tally.rated;
  }
  return divide(exact(100 * majority), exact(opinions));
}
