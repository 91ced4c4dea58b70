import type { Score } from "../model/instrument.ts";
import type { Context } from "../rules/rule.ts";

/**
 * What the wording of a score's items says when they are put together: mostly nothing. Whether it says anything is kept apart, so that the typing
 * of a stem asks that again and nothing else of the score.
 */
export function saidTogether<T extends object>(
  what: string,
  score: Score,
  context: Context,
  find: (score: Score, context: Context) => T | undefined,
): T | undefined {
  const { id } = score;
  const isSaid = () =>
    context.fact(`${what} in ${id}`, (now) => {
      const known = now.scoring.scores.get(id);
      return known !== undefined && find(known, now) !== undefined;
    });
  // Of several scores with one id only the first is known by it.
  return context.scoring.scores.get(id) !== score || isSaid() ? find(score, context) : undefined;
}
