import type { Context } from "../rules/rule.ts";
import type { PossibleRange } from "../scoring/range.ts";

/** Whether every answer sheet leaves a score missing: proved. Of an item it is never said. */
export function isNeverAValue(id: string, { scoring, possibleRange }: Context): boolean {
  const possible = scoring.scores.has(id) ? possibleRange(id) : undefined;
  return (
    possible !== undefined && !hasNumber(possible) && possible.outcomes.every(({ atom }) => atom.kind === "point" && atom.value === null)
  );
}

const hasNumber = ({ min, max }: PossibleRange): boolean => min !== undefined || max !== undefined;
