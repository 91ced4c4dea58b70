/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from one word to another (Damerau and Levenshtein, optimal string
 * alignment). `limit`: it counts no further, and gives the limit where there are as many or more.
 */
export function editDistance(from: string, to: string, limit = Number.POSITIVE_INFINITY): number {
  // What both begin or end with costs nothing: of most slips of the pen little is left.
  let start = 0;
  let [fromEnd, toEnd] = [from.length, to.length];
  while (start < fromEnd && start < toEnd && from[start] === to[start]) start++;
  while (start < fromEnd && start < toEnd && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  const most = Math.max(fromEnd, toEnd) - start;
  return start === fromEnd || start === toEnd ? Math.min(most, limit) : between(from.slice(start, fromEnd), to.slice(start, toEnd), limit);
}

function between(from: string, to: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let [least, left, above] = [row, row, row - 1];
    for (let column = 1; column <= to.length; column++) {
      const other = from[row - 1] === to[column - 1] ? 0 : 1;
      const next = previous[column] ?? limit;
      let cost = Math.min(next + 1, left + 1, above + other);
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? limit) + 1);
      current.push(cost);
      least = Math.min(least, cost);
      left = cost;
      above = next;
    }
    if (least >= limit) return limit;
    before = previous;
    previous = current;
  }
  return Math.min(previous[to.length] ?? limit, limit);
}
