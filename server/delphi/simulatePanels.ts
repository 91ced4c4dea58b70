import type { Delphi } from "../model/delphi.ts";
import { randomNumbers } from "../number/randomNumbers.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { NOTHING } from "./countRatings.ts";
import { type Decision, decisionBy } from "./decideStatement.ts";
import { endsOfScale, type RatingScale } from "./ratingScale.ts";
import { tallyOf } from "./tally.ts";

/** What all people together think of a statement, in percent: the upper end of the scale, its middle and its lower end. */
export interface Opinion {
  readonly upper: number;
  readonly middle: number;
  readonly lower: number;
}

/** From nearly all for to nearly all against, with the two kinds of no consensus: everyone in the middle, and halves at both ends. */
export const OPINIONS: readonly Opinion[] = [
  { upper: 90, middle: 8, lower: 2 },
  { upper: 80, middle: 15, lower: 5 },
  { upper: 70, middle: 20, lower: 10 },
  { upper: 60, middle: 30, lower: 10 },
  { upper: 50, middle: 0, lower: 50 },
  { upper: 10, middle: 80, lower: 10 },
  { upper: 10, middle: 30, lower: 60 },
  { upper: 10, middle: 20, lower: 70 },
  { upper: 5, middle: 15, lower: 80 },
  { upper: 2, middle: 8, lower: 90 },
];

/** How often drawn panels decide so on a statement of this opinion. */
export interface Simulated {
  readonly opinion: Opinion;
  /** Whether each group had its minimum or its target of panellists. */
  readonly size: "minimum" | "target";
  readonly decisions: Readonly<Record<Exclude<Decision, "undecided">, number>>;
}

/**
 * Draws panels by chance and lets the rule decide: what a rule does before it is registered. The same seed gives the same panels. Undefined where
 * a group of the panel has neither minimum nor target.
 */
export function simulatePanels(
  study: Delphi,
  rule: ConsensusRule,
  scale: RatingScale,
  panels: number,
  seed: number,
): readonly Simulated[] | undefined {
  const groups = study.panel.groups.values();
  if (groups.length === 0 || groups.some(({ minimum, target }) => minimum === undefined && target === undefined)) return undefined;
  const chance = randomNumbers(seed);
  return OPINIONS.flatMap((opinion) =>
    (["minimum", "target"] as const).map((size): Simulated => {
      const decisions = { include: 0, exclude: 0, carry: 0, undecidable: 0 };
      for (let panel = 0; panel < panels; panel++) {
        const counts = groups.map((group) => draw(scale, opinion, group[size] ?? group.target ?? group.minimum ?? 0, chance));
        const tally = (all: readonly (readonly number[])[]) => {
          const sums = scale.points.map((_, place) => all.reduce((sum, one) => sum + (one[place] ?? 0), 0));
          const n = sums.reduce((sum, count) => sum + count, 0);
          return tallyOf(scale, sums, { invited: n, returned: n });
        };
        const ratings = { scale, groups: new Map(groups.map(({ id }, i) => [id, tally([counts[i] ?? []])])), pooled: tally(counts) };
        const decision = decisionBy(rule, ratings, () => NOTHING, false);
        if (decision !== "undecided") decisions[decision]++;
      }
      return { opinion, size, decisions };
    }),
  );
}

/** Ratings of so many people: an end of the scale by its share, and each of its points as likely as the others. */
function draw(scale: RatingScale, { upper, lower }: Opinion, people: number, chance: () => number): readonly number[] {
  const ends = endsOfScale(scale);
  const middle = [...scale.points.keys()].filter((place) => !ends.upper.includes(place) && !ends.lower.includes(place));
  const counts = scale.points.map(() => 0);
  for (let person = 0; person < people; person++) {
    const where = chance() * 100;
    const end = where < upper ? ends.upper : where < upper + lower ? ends.lower : middle;
    const places = end.length > 0 ? end : [...scale.points.keys()];
    const place = places[Math.floor(chance() * places.length)] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
