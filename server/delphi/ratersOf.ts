import type { Delphi, PanelGroup } from "../model/delphi.ts";
import type { ConsensusRule } from "./consensusRule.ts";
import { POOLED } from "./decideStatement.ts";

/** How many people rate in one of the groups that a rule looks at, or in all: from the fewest with which it counts to the number wanted. */
export interface Raters {
  readonly scope: string;
  readonly from: number;
  readonly to: number;
}

/** Groups of which neither number is given are left out; of the whole panel it is known only where each group's is. */
export function ratersOf(study: Delphi, { scope }: Pick<ConsensusRule, "scope">): readonly Raters[] {
  const groups = study.panel.groups.values();
  const each = groups.flatMap((group) => {
    const range = rangeOf(group);
    return range ? [{ scope: group.id, ...range }] : [];
  });
  if (scope !== "pooled" && scope !== "each_group_and_pooled" && groups.length > 0) return each;
  const pooled = panelRange(study);
  return [...(scope === "pooled" ? [] : each), ...(pooled ? [{ scope: POOLED, ...pooled }] : [])];
}

/** Of the whole panel; undefined where a group has no number. */
export function panelRange(study: Delphi): { readonly from: number; readonly to: number } | undefined {
  const ranges = study.panel.groups.values().map(rangeOf);
  if (ranges.length === 0 || ranges.includes(undefined)) return undefined;
  const sum = (end: "from" | "to") => ranges.reduce((total, range) => total + (range?.[end] ?? 0), 0);
  return { from: sum("from"), to: sum("to") };
}

function rangeOf({ minimum, target }: PanelGroup): { readonly from: number; readonly to: number } | undefined {
  const from = minimum ?? target;
  const to = target ?? minimum;
  return from === undefined || to === undefined ? undefined : { from: Math.min(from, to), to: Math.max(from, to) };
}
