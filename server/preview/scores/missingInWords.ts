import type { MissingRule, Score } from "../../model/instrument.ts";
import { type Member, neededCount } from "../../model/resolve.ts";
import { digits } from "../../number/digits.ts";

/** The missing rule of a score in one sentence. */
export function missingInWords(score: Score, members: readonly Member[]): string {
  const rule = score.missing;
  const count = members.length;
  const needed = neededCount(rule, count);
  const mandatory = rule === undefined || rule.always.length === 0 ? "" : `; ${listed(rule.always)} must be answered`;
  if (needed >= count) {
    return `${count === 1 ? "it" : count === 2 ? "both" : `all ${count}`} must be answered, else there is no score${needed > count ? ` (${needed} are asked for, which can never be)` : ""}`;
  }
  return `${neededInWords(score, count)}; ${fillInWords(score)}${mandatory}`;
}

/** How many must be answered: "at least 3 of 5 (at least half)". */
export function neededInWords(score: Score, count: number): string {
  return `at least ${neededCount(score.missing, count)} of ${count} must be answered${reason(score.missing)}`;
}

/** Where the number comes from a share, how the author wrote it. */
function reason(rule: MissingRule | undefined): string {
  if (rule?.need === undefined || "count" in rule.need) {
    return "";
  }
  const share = rule.need.share.equals("1/2") ? "half" : `${digits(rule.need.share.mul(100))}%`;
  return ` (${rule.above ? "more than " : "at least "}${share})`;
}

/** What stands for the missing ones. */
export function fillInWords(score: Score): string {
  const fill = score.missing?.fill;
  if (fill === undefined || fill === "none") {
    return score.method === "sum" && fill === undefined
      ? "what stands for a missing one is not said"
      : `the ${score.method ?? "score"} is taken over those answered`;
  }
  return fill === "person_mean" ? "a missing one counts as the mean of those answered" : `a missing one counts ${digits(fill)}`;
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
