import { type Exact, exact } from "../../number/exact.ts";
import type { MissingRule } from "../instrument.ts";

/**
 * How many of so many entries must be answered, as a whole number. `half` and shares are compared exactly (a share of 2/3 of 6 is 4), at least
 * half of 5 is 3, and `above` asks for more than that. Without a rule none may be missing. It may exceed `entries` where the author asks too much.
 */
export function neededCount(rule: MissingRule | undefined, entries: number): number {
  if (rule === undefined) return entries;
  if (rule.allow !== undefined) return Math.max(0, entries - rule.allow);
  if (rule.need === undefined) return entries;
  if ("count" in rule.need) return rule.need.count + (rule.above ? 1 : 0);
  const share = rule.need.share.mul(exact(entries));
  return rule.above ? wholeBelowOrAt(share) + 1 : -wholeBelowOrAt(share.neg());
}

function wholeBelowOrAt(value: Exact): number {
  return value.floor().valueOf();
}
