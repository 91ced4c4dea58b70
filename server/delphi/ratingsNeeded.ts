import type { Delphi, Measured } from "../model/delphi.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { measuredIn } from "./measuredIn.ts";
import { type NeededRatings, neededRatings } from "./neededRatings.ts";
import { ratersOf } from "./ratersOf.ts";

/** For each number of raters, how many ratings each percentage of a rule asks for: `n -> ratings needed`. */
export interface RatingsNeeded {
  readonly scope: string;
  readonly criteria: readonly { readonly side: "include" | "exclude"; readonly criterion: Measured }[];
  readonly rows: readonly { readonly n: number; readonly needed: readonly (NeededRatings | undefined)[] }[];
}

/** A longer table is not read. */
const MOST_ROWS = 200;

/** A table for each group that the rule looks at, from its minimum to its target. */
export function ratingsNeeded(study: Delphi, rule: ConsensusRule): readonly RatingsNeeded[] {
  const criteria = (["include", "exclude"] as const).flatMap((side) =>
    measuredIn(rule[side]).flatMap((criterion) =>
      criterion.kind === "percent_in" || criterion.kind === "percent_within" ? [{ side, criterion }] : [],
    ),
  );
  if (criteria.length === 0) return [];
  return ratersOf(study, rule).map(({ scope, from, to }) => ({
    scope,
    criteria,
    rows: Array.from({ length: Math.min(to - from + 1, MOST_ROWS) }, (_, i) => ({
      n: from + i,
      needed: criteria.map(({ criterion }) => neededRatings(from + i, criterion.compare)),
    })),
  }));
}
