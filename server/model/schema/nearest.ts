/**
 * The known word that was most likely meant: the same but for case, blanks, hyphens and underscores, or else the one with the fewest slips of
 * the keyboard, where they are few for the word's length. Undefined where none is near, or where two are equally near.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const plain = plainly(written);
  const same = known.filter((word) => plainly(word) === plain);
  if (same.length === 1) return same[0];
  const most = plain.length <= 1 ? 0 : plain.length <= 5 ? 1 : plain.length <= 9 ? 2 : 3;
  const near = known
    .map((word) => ({ word, slips: slips(plain, plainly(word)) }))
    .filter(({ word, slips }) => slips <= most && slips < plainly(word).length)
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = near;
  return best && best.slips !== second?.slips ? best.word : undefined;
}

const plainly = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, "");

/** Damerau-Levenshtein distance (optimal string alignment): letters too many, too few or other, and neighbours that changed places. */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + other);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
    }
    before = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
