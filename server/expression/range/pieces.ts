import { type Bound, type Interval, NO_BOUND, within } from "./interval.ts";
import type { Piece } from "./shape.ts";

/** Numbers between two bounds, in a list of which the first that holds a number counts. */
export interface Row {
  readonly from: Bound;
  readonly to: Bound;
}

/** What each row takes of an interval, in order of the rows, and what no row takes. */
export function partition(
  interval: Interval,
  rows: readonly Row[],
): { readonly taken: readonly (readonly Piece[])[]; readonly rest: readonly Piece[] } {
  let rest: Piece[] = [{ part: interval, sure: true }];
  const taken = rows.map(({ from, to }) => {
    const mine: Piece[] = [];
    const left: Piece[] = [];
    for (const piece of rest) {
      const inside = within(piece.part, from, to);
      if (inside === undefined) left.push(piece);
      else {
        mine.push({ part: inside.part, sure: piece.sure && inside.sure });
        for (const [low, high] of [
          [NO_BOUND, opposite(from)],
          [opposite(to), NO_BOUND],
        ] as const) {
          if (low === undefined || high === undefined) continue;
          const outside = within(piece.part, low, high);
          if (outside !== undefined) left.push({ part: outside.part, sure: piece.sure && outside.sure });
        }
      }
    }
    rest = left;
    return mine;
  });
  return { taken, rest };
}

/** Where the neighbour of a bound begins; undefined where there is none. */
function opposite({ value, open }: Bound): Bound | undefined {
  return value === undefined ? undefined : { value, open: !open };
}
