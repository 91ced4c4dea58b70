import type { Feedback } from "../model/delphi.ts";
import type { Exact } from "../number/exact.ts";
import { squareRoot } from "../number/root.ts";
import type { RoundCounts } from "./countRatings.ts";
import { POOLED } from "./decideStatement.ts";
import type { RatingScale } from "./ratingScale.ts";
import { BLANK, type Ratings } from "./ratings.ts";
import { mean, median, QUARTILES, quantile, variance } from "./statistics.ts";
import type { Tally } from "./tally.ts";

/** What the panel sees of a round before it rates again. */
export interface RoundFeedback {
  /** The round that the ratings are of. */
  readonly round: number;
  readonly shows: Feedback;
  readonly statements: readonly StatementFeedback[];
  readonly panellists: readonly PanellistFeedback[];
}

export interface StatementFeedback {
  readonly id: string;
  readonly scale: RatingScale;
  readonly groups: readonly GroupFeedback[];
}

/** The ratings of one group of a statement, or of all. */
export interface GroupFeedback {
  readonly scope: string;
  readonly rated: number;
  /** Undefined where fewer rated than may be shown: so few could be told apart. */
  readonly shown?: Shown;
}

export interface Shown {
  readonly median?: Exact;
  readonly mean?: Exact;
  readonly sd?: Exact;
  /** The quartiles, by definition type 7. */
  readonly quartiles?: readonly [Exact, Exact];
  /** How many gave each point, from the lowest up. */
  readonly distribution?: readonly number[];
}

/** The own ratings of a panellist, by statement: the code given; undefined where he or she did not rate it. */
export interface PanellistFeedback {
  readonly id: string;
  readonly group?: string;
  readonly own: ReadonlyMap<string, string | undefined>;
}

/** A group with fewer ratings is not shown. */
export const SMALLEST_SHOWN = 5;

/** `asked`: the statements of the next round. Panellists are those who returned the round. */
export function roundFeedback(
  ratings: Ratings,
  round: number,
  counts: RoundCounts,
  shows: Feedback,
  asked: readonly string[],
  smallest: number,
): RoundFeedback {
  const rated = asked.flatMap((id) => {
    const found = counts.statements.get(id);
    return found ? [{ id, found }] : [];
  });
  const statements = rated.map(({ id, found: { scale, groups, pooled } }): StatementFeedback => {
    const tallies: readonly (readonly [string, Tally])[] = shows.by === "group" && groups.size > 0 ? [...groups] : [[POOLED, pooled]];
    return {
      id,
      scale,
      groups: tallies.map(([scope, tally]) => ({ scope, rated: tally.rated, ...shownOf(scale, tally, shows, smallest) })),
    };
  });
  const data = ratings.rounds.get(round);
  const panellists = ratings.panellists.flatMap(({ id, group }, p): PanellistFeedback[] => {
    if (data?.returned[p] !== 1) return [];
    const own = new Map(
      rated.map(({ id: statement, found: { scale } }) => {
        const place = data.statements.get(statement)?.[p] ?? BLANK;
        return [statement, shows.own ? (scale.points[place]?.code ?? scale.unable[place - scale.points.length]) : undefined] as const;
      }),
    );
    return [{ id, group: ratings.groups[group], own }];
  });
  return { round, shows, statements, panellists };
}

function shownOf(scale: RatingScale, tally: Tally, { show }: Feedback, smallest: number): { readonly shown?: Shown } {
  if (tally.rated < smallest) return {};
  const spread = show.includes("sd") ? variance(scale, tally) : undefined;
  const [low, high] = show.includes("iqr") ? QUARTILES.map((p) => quantile(scale, tally, p, "type7")) : [];
  return {
    shown: {
      ...(show.includes("median") ? { median: median(scale, tally) } : {}),
      ...(show.includes("mean") ? { mean: mean(scale, tally) } : {}),
      ...(spread ? { sd: squareRoot(spread)?.value } : {}),
      ...(low && high ? { quartiles: [low, high] as const } : {}),
      ...(show.includes("distribution") ? { distribution: tally.counts.slice(0, scale.points.length) } : {}),
    },
  };
}
