import { POOLED } from "./decideStatement.ts";
import type { Ratings } from "./ratings.ts";

/** Who was invited to a round and returned it, in one group or in all. */
export interface ResponseRate {
  readonly round: number;
  readonly scope: string;
  readonly invited: number;
  readonly returned: number;
  /** Of those who returned the round before, how many returned this one; undefined in the first. */
  readonly stayed?: { readonly k: number; readonly n: number };
}

export function responseRates({ groups, panellists, rounds }: Ratings): readonly ResponseRate[] {
  const numbers = [...rounds.keys()].sort((a, b) => a - b);
  return numbers.flatMap((round, i) => {
    const data = rounds.get(round);
    const before = rounds.get(numbers[i - 1] ?? Number.NaN);
    if (!data) return [];
    return [...groups.keys(), undefined].map((group): ResponseRate => {
      const members = [...panellists.keys()].filter((p) => group === undefined || panellists[p]?.group === group);
      const count = (of: Uint8Array) => members.filter((p) => of[p] === 1).length;
      const earlier = before && members.filter((p) => before.returned[p] === 1);
      return {
        round,
        scope: group === undefined ? POOLED : (groups[group] ?? ""),
        invited: count(data.invited),
        returned: members.filter((p) => data.invited[p] === 1 && data.returned[p] === 1).length,
        ...(earlier ? { stayed: { k: earlier.filter((p) => data.returned[p] === 1).length, n: earlier.length } } : {}),
      };
    });
  });
}
