import type { Criterion, Delphi } from "../model/delphi.ts";
import { conjunctions, type Literal } from "./conjunctions.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { type Distribution, feasible } from "./feasible.ts";
import { type Raters, ratersOf } from "./ratersOf.ts";
import type { RatingScale } from "./ratingScale.ts";
import { tryOut } from "./tryOut.ts";

/** Ratings that a rule both includes and excludes a statement for. */
export interface Overlap {
  readonly scope: string;
  /** Ratings that satisfy both sides; with the scope `any_group` those of the group that excludes, beside those of another that includes. */
  readonly example: Distribution;
  readonly other?: { readonly scope: string; readonly example: Distribution };
}

/** So many more than the fewest are looked at: what whole percentages allow comes again after every hundred. */
const MOST_RATERS = 100;
const MOST_TRIED = 60;

/** An example of ratings that include and exclude at once, the smallest that there is; undefined where there is none, or none that is sure. */
export function findOverlap(study: Delphi, rule: ConsensusRule, scale: RatingScale): Overlap | undefined {
  const { include, exclude } = rule;
  if (!include || !exclude) return undefined;
  const raters = ratersOf(study, rule);
  const both = conjunctions({ kind: "all", criteria: [include, exclude] });
  for (const one of raters) {
    const example = both && firstExample(both, one, rule, scale);
    if (example) return { scope: one.scope, example };
  }
  if (rule.scope !== "any_group" || raters.length < 2) return undefined;
  const [first, second] = raters;
  const [including, excluding] = [conjunctions(include), conjunctions(exclude)];
  const one = first && including && firstExample(including, first, rule, scale);
  const two = second && excluding && firstExample(excluding, second, rule, scale);
  return first && second && one && two ? { scope: second.scope, example: two, other: { scope: first.scope, example: one } } : undefined;
}

function firstExample(
  ways: readonly (readonly Literal[])[],
  { from, to }: Raters,
  rule: ConsensusRule,
  scale: RatingScale,
): Distribution | undefined {
  for (let n = Math.max(1, from, rule.minimumRated); n <= Math.min(to, from + MOST_RATERS); n++)
    for (const way of ways) {
      const found = feasible(way, n, scale, rule.denominator);
      if (typeof found === "object") return found;
    }
  // Rules of medians and ranges are tried out at the fewest raters, even and odd.
  const fewest = Math.max(1, from, rule.minimumRated);
  for (let n = fewest; n <= Math.min(to, fewest + 1, MOST_TRIED); n++)
    for (const way of ways) {
      const found = feasible(way, n, scale, rule.denominator) === "unknown" ? tryOut(way, n, scale) : undefined;
      if (found) return found;
    }
  return undefined;
}

/** Whether no ratings at all, of any number of raters that the panel may have, satisfy one side of a rule in some group that must satisfy it. */
export function isUnreachable(study: Delphi, rule: ConsensusRule, scale: RatingScale, side: "include" | "exclude"): boolean {
  const criterion: Criterion | undefined = rule[side];
  const ways = criterion && conjunctions(criterion);
  if (!ways) return false;
  const raters = ratersOf(study, rule);
  // Without a panel of known size, a few sizes that any panel may have.
  const tried = raters.length > 0 ? raters : [{ scope: "", from: 5, to: 40 }];
  const failing = tried.filter((one) => allImpossible(ways, one, rule, scale));
  return rule.scope === "any_group" ? failing.length === tried.length : failing.length > 0;
}

function allImpossible(ways: readonly (readonly Literal[])[], { from, to }: Raters, rule: ConsensusRule, scale: RatingScale): boolean {
  for (let n = Math.max(1, from); n <= Math.min(to, from + MOST_RATERS); n++)
    for (const way of ways) if (feasible(way, n, scale, rule.denominator) !== "impossible") return false;
  return true;
}
